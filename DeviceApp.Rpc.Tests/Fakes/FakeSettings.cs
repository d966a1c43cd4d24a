using System;
using SecureEsp.DeviceApp.Rpc;

namespace SecureEsp.DeviceApp.Tests.Fakes
{
    public sealed class FakeSettings : IRpcSettings
    {
        private static readonly string[] s_keys = { "device.id", "mqtt.host", "mqtt.port", "tls.key", "tls.key.password", "https.probe" };

        public string[] Values = { "dev-1", "server.test", "8883", "I:\\k.pem", "secret", "on" };

        public string[] Saved;

        public bool IsBroken;

        public int Count
        {
            get { return s_keys.Length; }
        }

        public string Key(int index)
        {
            return s_keys[index];
        }

        public SettingType Type(int index)
        {
            return index == 2 ? SettingType.Number : index == 5 ? SettingType.Flag : SettingType.Text;
        }

        public bool IsSecret(int index)
        {
            return index == 4;
        }

        public string Value(int index)
        {
            return Values[index];
        }

        public ISettingsChange Begin()
        {
            var change = new Change { Values = new string[Values.Length] };
            Array.Copy(Values, change.Values, Values.Length);
            return change;
        }

        public void Use(ISettingsChange change)
        {
            Values = ((Change)change).Values;
        }

        public void Save()
        {
            if (IsBroken)
            {
                throw new InvalidOperationException("the flash is broken");
            }

            Saved = Values;
        }

        private sealed class Change : ISettingsChange
        {
            public string[] Values;

            public string Set(int index, string value)
            {
                if (index == 2 && value != "none" && (value[0] > '9' || int.Parse(value) > 65535))
                {
                    return "a port";
                }

                Values[index] = value;
                return null;
            }
        }
    }
}
