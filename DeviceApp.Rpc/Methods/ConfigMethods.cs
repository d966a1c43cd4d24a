using SecureEsp.DeviceApp.Formats.Json;

namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>Config.*: settings are read, set together or not at all, and saved. What was set and not saved is gone with a restart.</summary>
    public sealed class ConfigMethods
    {
        private const int MaxKey = 64;
        private const int RebootMs = 500;

        private readonly IRpcSettings _settings;
        private readonly IRpcSystem _system;
        private readonly SettingsTree _tree;

        /// <summary>Over these settings.</summary>
        public ConfigMethods(IRpcSettings settings, IRpcSystem system)
        {
            _settings = settings;
            _system = system;
            _tree = new SettingsTree(settings);
        }

        /// <summary>Adds them.</summary>
        public void AddTo(RpcServer server)
        {
            server.AddReading("Config.Get", "{key: %Q}", Get);
            server.Add("Config.Set", "{config: %T, key: %Q, value: %T, save: %B, reboot: %B}", Set);
            server.Add("Config.Save", "{reboot: %B}", Save);
        }

        private void Get(RpcCall call)
        {
            var key = call.Text("key", MaxKey) ?? "";
            var index = _tree.Find(key);
            if (key.Length == 0)
            {
                _tree.WriteAll(call.Result);
            }
            else if (index >= 0 && _settings.IsSecret(index))
            {
                throw new RpcException(RpcCode.Forbidden, key + " can be set but is never shown");
            }
            else if (index >= 0)
            {
                _tree.WriteValue(index, call.Result);
            }
            else if (_tree.First(key) >= 0)
            {
                _tree.WriteSection(key, call.Result);
            }
            else
            {
                throw new RpcException(RpcCode.NotFound, "invalid config key");
            }
        }

        private void Set(RpcCall call)
        {
            var json = call.Json;
            var save = call.Flag("save");
            var reboot = call.Flag("reboot");
            if (call.Flag("try_once"))
            {
                throw RpcCall.Bad("try_once is not there: set and save, and mind that the device must find its network again");
            }

            var config = call.Token("config");
            var key = call.Text("key", MaxKey);
            if ((config == JsonTokens.None) == (key == null) || (config != JsonTokens.None && json.Kind(config) != JsonKind.Object))
            {
                throw RpcCall.Bad("either config, an object, or key and value are needed");
            }

            if (reboot && !save)
            {
                throw RpcCall.Bad("reboot without save would lose what is set");
            }

            var change = _settings.Begin();
            var input = new SettingsInput(_settings, _tree, change);
            if (key == null)
            {
                input.Take(json, config, "");
            }
            else
            {
                input.TakeOne(json, call.TokenOrNull("value"), key);
            }

            _settings.Use(change);
            Finish(call, save, reboot);
        }

        private void Save(RpcCall call)
        {
            Finish(call, true, call.Flag("reboot"));
        }

        private void Finish(RpcCall call, bool save, bool reboot)
        {
            if (save)
            {
                _settings.Save();
            }

            call.Result.BeginObject();
            call.Result.Flag("saved", save);
            call.Result.EndObject();
            if (reboot)
            {
                _system.Reboot(RebootMs);
            }
        }
    }
}
