using SecureEsp.DeviceApp.Formats.Json;

namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>Takes values from objects, nested in whatever way; the names on the way to a value, with dots between them, are its key.</summary>
    internal sealed class SettingsInput
    {
        private const int MaxKey = 64;
        private const int MaxValue = 512;

        private readonly IRpcSettings _settings;
        private readonly SettingsTree _tree;
        private readonly ISettingsChange _change;
        private readonly bool[] _set;

        /// <summary>Puts a change together.</summary>
        public SettingsInput(IRpcSettings settings, SettingsTree tree, ISettingsChange change)
        {
            _settings = settings;
            _tree = tree;
            _change = change;
            _set = new bool[settings.Count];
        }

        /// <summary>Takes all values in an object.</summary>
        /// <param name="json">Where it is in.</param>
        /// <param name="token">The object.</param>
        /// <param name="above">The key of what it is in, with a dot behind it; empty at the top.</param>
        /// <exception cref="RpcException">A key is unknown or a value cannot be; nothing may come of the change then.</exception>
        public void Take(JsonTokens json, int token, string above)
        {
            for (var name = json.First(token); name < json.After(token); name = json.After(name + 1))
            {
                var key = above + json.Text(name, MaxKey);
                if (json.Kind(name + 1) == JsonKind.Object)
                {
                    Take(json, name + 1, key + ".");
                }
                else
                {
                    TakeOne(json, name + 1, key);
                }
            }
        }

        /// <summary>Takes one value.</summary>
        /// <exception cref="RpcException">The key is unknown or the value cannot be.</exception>
        public void TakeOne(JsonTokens json, int token, string key)
        {
            var index = _tree.Find(key);
            if (index < 0)
            {
                throw RpcCall.Bad("unknown key " + key);
            }

            if (_set[index])
            {
                throw RpcCall.Bad(key + " stands twice");
            }

            _set[index] = true;
            if (_settings.IsSecret(index) && json.Kind(token) == JsonKind.Null)
            {
                // As it was shown: a whole configuration can be sent back without the secrets in it.
                return;
            }

            var wanted = _change.Set(index, Value(json, token, index, key));
            if (wanted != null)
            {
                throw RpcCall.Bad(key + " must be " + wanted);
            }
        }

        private string Value(JsonTokens json, int token, int index, string key)
        {
            var kind = json.Kind(token);
            switch (_settings.Type(index))
            {
                case SettingType.Number:
                    long number;
                    var word = json.Text(token, MaxKey);
                    if (word != null && !SettingsTree.IsNumber(word))
                    {
                        return word;
                    }

                    return json.TryInteger(token, 0, int.MaxValue, out number) ? number.ToString() : throw RpcCall.Bad(key + " must be a whole number");
                case SettingType.Flag:
                    return kind == JsonKind.True ? "on" : kind == JsonKind.False ? "off" : throw RpcCall.Bad(key + " must be true or false");
                default:
                    return json.Text(token, MaxValue) ?? throw RpcCall.Bad(key + " must be a string of at most " + MaxValue.ToString() + " bytes");
            }
        }
    }
}
