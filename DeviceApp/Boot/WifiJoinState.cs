using System;
using SecureEsp.DeviceApp.Time;
using SecureEsp.DeviceApp.Wifi;

namespace SecureEsp.DeviceApp.Boot
{
    /// <summary>
    /// Joins the network that was typed, or else the stored one, with growing pauses. A typed password that is refused is
    /// asked for again at once; a stored one after three refusals in a row, since it has worked before.
    /// </summary>
    public sealed class WifiJoinState : IBootState
    {
        private const int FirstPauseMs = 1000;
        private const int LongestPauseMs = 60000;
        private const int RefusalsOfStored = 3;

        /// <inheritdoc/>
        public string Name
        {
            get { return "wifi"; }
        }

        /// <inheritdoc/>
        public IBootState Run(Device device)
        {
            var backoff = new Backoff(FirstPauseMs, LongestPauseMs, device.Random);
            var refusals = 0;
            while (true)
            {
                var typed = device.TypedCredentials;
                var credentials = typed ?? device.Wifi.Load();
                if (credentials == null || device.Keys.Pressed)
                {
                    return new WifiEntryState();
                }

                device.Console.WriteLine("wifi", "joining " + credentials.Ssid);
                var outcome = device.Wifi.Join(credentials);
                if (outcome == WifiOutcome.Joined)
                {
                    device.Console.WriteLine("wifi", "joined " + credentials.Ssid + ", address " + device.Wifi.Address);
                    Store(device);
                    return new TimeState();
                }

                var words = WifiOutcomeWords.Of(outcome, credentials.Ssid);
                refusals = outcome == WifiOutcome.WrongPassword ? refusals + 1 : 0;
                if (refusals >= (typed != null ? 1 : RefusalsOfStored))
                {
                    device.Console.Tell("wifi", words);
                    device.TypedCredentials = null;
                    return new WifiEntryState();
                }

                var pause = backoff.Next();
                device.Console.Tell("wifi", words + "; again in " + Backoff.InWords(pause));
                Pause.For(device, pause);
            }
        }

        private static void Store(Device device)
        {
            var typed = device.TypedCredentials;
            if (typed == null)
            {
                return;
            }

            device.TypedCredentials = null;
            try
            {
                device.Wifi.Save(typed);
                device.Console.WriteLine("wifi", "stored for the next boot");
            }
            catch (Exception e)
            {
                device.Console.Tell("wifi", "not stored, the next boot will ask again: " + e.GetType().Name + " " + e.Message);
            }
        }
    }
}
