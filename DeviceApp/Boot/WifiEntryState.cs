using SecureEsp.DeviceApp.Commands;
using SecureEsp.DeviceApp.Console;
using SecureEsp.DeviceApp.Wifi;

namespace SecureEsp.DeviceApp.Boot
{
    /// <summary>
    /// Asks for the Wi-Fi network on the console until something usable is entered. Where credentials are stored, goes
    /// back to them when nobody answers: a device alone in the field must not wait for a person. Where none are, opens the access point
    /// then: who has no cable has a phone.
    /// </summary>
    public sealed class WifiEntryState : IBootState
    {
        /// <summary>The prompt.</summary>
        public const string Prompt = "enter {SSID} {PWD}, then Enter; an SSID with spaces as \"{SSID}\" (what you type is not shown), or help";

        private const int IdleLimitMs = 60000;

        /// <inheritdoc/>
        public string Name
        {
            get { return "wifi-entry"; }
        }

        /// <inheritdoc/>
        public IBootState Run(Device device)
        {
            device.Keys.Close();
            var line = device.Line ??= new HiddenLine(device.Console);
            var hasStored = device.Wifi.Load() != null;
            var idleMs = hasStored || device.Provisioning == null ? IdleLimitMs : device.Settings.AccessPointAfter * 1000;
            while (true)
            {
                device.Console.Tell("wifi", Prompt);
                var text = line.Read(idleMs);
                if (text != null && CommandTable.Run(text, device))
                {
                    continue;
                }

                var problem = Problem(text, line.End, device);
                if (problem == null)
                {
                    return new WifiJoinState();
                }

                if (line.End == HiddenLineEnd.Idle && hasStored)
                {
                    device.Console.Tell("wifi", "nothing entered, trying the stored network again");
                    return new WifiJoinState();
                }

                if (line.End == HiddenLineEnd.Idle && device.Provisioning != null)
                {
                    // Where it cannot be opened the console is the only way in, and asks for ever.
                    if (device.Provisioning.Enter(device, "nothing entered"))
                    {
                        return new SettingsState();
                    }

                    idleMs = IdleLimitMs;
                }

                device.Console.Tell("wifi", "not accepted: " + problem);
            }
        }

        private static string Problem(string text, HiddenLineEnd end, Device device)
        {
            switch (end)
            {
                case HiddenLineEnd.Idle: return "nothing was entered";
                case HiddenLineEnd.TooLong: return "the line has more than " + LineEditor.Capacity.ToString() + " bytes";
                case HiddenLineEnd.NotText: return "the line is no valid UTF-8";
                default:
                    var entry = WifiEntry.Parse(text);
                    device.TypedCredentials = entry.Credentials;
                    return entry.Problem;
            }
        }
    }
}
