using SecureEsp.DeviceApp.Formats.Json;

namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>
    /// The settings as objects: one for each section, which is a key's part before its first dot. What follows is a member's name, so
    /// that <c>tls.key</c> and <c>tls.key.password</c> can stand beside each other. A secret is shown as null.
    /// </summary>
    internal sealed class SettingsTree
    {
        private readonly IRpcSettings _settings;

        public SettingsTree(IRpcSettings settings)
        {
            _settings = settings;
        }

        /// <summary>Index of a key; -1 where there is none.</summary>
        public int Find(string key)
        {
            for (var i = 0; i < _settings.Count; i++)
            {
                if (_settings.Key(i) == key)
                {
                    return i;
                }
            }

            return -1;
        }

        /// <summary>All of them.</summary>
        public void WriteAll(JsonWriter writer)
        {
            writer.BeginObject();
            for (var i = 0; i < _settings.Count; i++)
            {
                var section = Section(i);
                if (First(section) == i)
                {
                    writer.Name(section);
                    WriteSection(section, writer);
                }
            }

            writer.EndObject();
        }

        /// <summary>Index of the first setting of a section; -1 where there is none.</summary>
        public int First(string section)
        {
            for (var i = 0; i < _settings.Count; i++)
            {
                if (IsIn(i, section))
                {
                    return i;
                }
            }

            return -1;
        }

        /// <summary>One section.</summary>
        public void WriteSection(string section, JsonWriter writer)
        {
            writer.BeginObject();
            for (var i = 0; i < _settings.Count; i++)
            {
                if (IsIn(i, section))
                {
                    writer.Name(_settings.Key(i).Substring(section.Length + 1));
                    WriteValue(i, writer);
                }
            }

            writer.EndObject();
        }

        /// <summary>One value.</summary>
        public void WriteValue(int index, JsonWriter writer)
        {
            if (_settings.IsSecret(index))
            {
                writer.Null();
                return;
            }

            var value = _settings.Value(index);
            switch (_settings.Type(index))
            {
                case SettingType.Number when IsNumber(value): writer.Number(int.Parse(value)); break;
                case SettingType.Flag: writer.Flag(value == "on"); break;
                default: writer.Text(value); break;
            }
        }

        /// <summary>Whether a number's value is one, and not a word in its place, such as <c>none</c>.</summary>
        public static bool IsNumber(string value)
        {
            return value.Length > 0 && value[0] >= '0' && value[0] <= '9';
        }

        private bool IsIn(int index, string section)
        {
            var key = _settings.Key(index);
            return key.StartsWith(section) && key.IndexOf('.') == section.Length;
        }

        private string Section(int index)
        {
            var key = _settings.Key(index);
            return key.Substring(0, key.IndexOf('.'));
        }
    }
}
