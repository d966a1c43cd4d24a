using System;
using SecureEsp.DeviceApp.Formats;
using SecureEsp.DeviceApp.Storage;
using SecureEsp.DeviceApp.Wifi;

namespace SecureEsp.DeviceApp.Provisioning
{
    /// <summary>What the page has sent: each field is looked at before any is used.</summary>
    public sealed class ProvisioningForm
    {
        private const int HttpsPort = 443;
        private const int MqttPort = 8883;

        private string _ssid = "";
        private string _password = "";
        private string _seen = "\n";

        private ProvisioningForm()
        {
        }

        /// <summary>What proves that someone is there; empty where it was left out.</summary>
        public string Code { get; private set; } = "";

        /// <summary>Seconds since 1970 by the sender's clock; 0 where they were left out.</summary>
        public long Time { get; private set; }

        /// <summary>The network; null where there is a <see cref="Problem"/>.</summary>
        public WifiCredentials Credentials { get; private set; }

        /// <summary>Lines <c>key=value</c> of the settings that are to change.</summary>
        public string Settings { get; private set; } = "";

        /// <summary>Why it is not accepted, for people; null where it is. Repeats no password.</summary>
        public string Problem { get; private set; }

        /// <summary>Reads a form.</summary>
        /// <returns>Null where it is none: no form was ever sent by our page that cannot be read, or has unknown or repeated fields.</returns>
        public static ProvisioningForm Read(byte[] body, int length)
        {
            var form = new ProvisioningForm();
            var reader = new FormReader(body, length);
            while (reader.Next())
            {
                var name = "\n" + reader.Name + "\n";
                if (form._seen.IndexOf(name) >= 0 || !form.Take(reader.Name, reader.Value.Trim(), reader.Value))
                {
                    return null;
                }

                form._seen += reader.Name + "\n";
            }

            if (reader.Broken)
            {
                return null;
            }

            var entry = WifiEntry.Of(form._ssid, form._password);
            form.Credentials = entry.Credentials;
            form.Problem = form.Problem ?? entry.Problem;
            return form;
        }

        private bool Take(string name, string value, string raw)
        {
            switch (name)
            {
                case "code": Code = value; return true;
                case "ssid": _ssid = raw; return HasNoControls(raw);
                case "password": _password = raw; return true;
                case "time": return TakeTime(value);
                case "https": TakeServer("https", value, HttpsPort); return true;
                case "mqtt": TakeServer("mqtt", value, MqttPort); return true;
                case "update": TakeSetting(SettingKeys.UpdateUrl, value); return true;
                default: return false;
            }
        }

        private bool TakeTime(string value)
        {
            var digits = 0;
            if (value.Length == 0)
            {
                return true;
            }

            // In two halves: a number of this length is more than the parser takes at once.
            if (value.Length != 10 || !SettingValues.TryNumber(value.Substring(0, 5), 0, 99999, ref digits))
            {
                return false;
            }

            Time = digits * 100000L;
            var ok = SettingValues.TryNumber(value.Substring(5), 0, 99999, ref digits);
            Time += digits;
            return ok;
        }

        private void TakeServer(string key, string value, int port)
        {
            if (value.Length == 0)
            {
                return;
            }

            var colon = value.IndexOf(':');
            TakeSetting(key + ".host", colon < 0 ? value : value.Substring(0, colon));
            TakeSetting(key + ".port", colon < 0 ? port.ToString() : value.Substring(colon + 1));
        }

        private void TakeSetting(string key, string value)
        {
            if (value.Length == 0)
            {
                return;
            }

            var answer = SettingRules.Apply(key, value, new DeviceSettings());
            if (answer == SettingRules.Taken)
            {
                Settings += key + "=" + value + "\n";
            }
            else
            {
                Problem = Problem ?? key + " must be " + answer;
            }
        }

        private static bool HasNoControls(string text)
        {
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] < ' ')
                {
                    return false;
                }
            }

            return true;
        }
    }
}
