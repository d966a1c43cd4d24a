using System;
using SecureEsp.DeviceApp.Boot;
using SecureEsp.DeviceApp.Storage;
using SecureEsp.DeviceApp.Time;

namespace SecureEsp.DeviceApp.Provisioning
{
    /// <summary>How the device gets into its own network and out of it: a reboot each time.</summary>
    public sealed class AccessPointMode : IProvisioning
    {
        private const string Prefix = "ESP_";
        private const int LongestSsid = 31;

        /// <summary>The radio's side.</summary>
        public IAccessPoint Radio;

        /// <summary>What outlasts a boot.</summary>
        public ProvisioningStore Store;

        /// <summary>Serves the page.</summary>
        public IPageServer Page;

        /// <summary>Sets the clock.</summary>
        public IClockSetter Clock;

        /// <summary>The button.</summary>
        public IButton Button;

        /// <summary>Gives addresses.</summary>
        public IAddressServer Addresses;

        /// <summary>Secrets that the device was given when it was made; null for none.</summary>
        public Presence Given;

        /// <summary>The network's name: of the device id, the end of it where it is too long.</summary>
        public static string Ssid(string deviceId)
        {
            var most = LongestSsid - Prefix.Length;
            return Prefix + (deviceId.Length <= most ? deviceId : deviceId.Substring(deviceId.Length - most));
        }

        /// <summary>The device's secrets; made now where it has none.</summary>
        public Presence Secrets(IRandom random)
        {
            return Store.Secrets(Given, random);
        }

        /// <summary>What the clock may be set to.</summary>
        public ClockWindow Window
        {
            get { return new ClockWindow(Store.Memory.KnownTime, Page.CertificateFrom, Page.CertificateUntil); }
        }

        /// <inheritdoc/>
        public bool IsOpen
        {
            get { return Radio.IsUp; }
        }

        /// <inheritdoc/>
        public void ApplyTo(DeviceSettings settings)
        {
            Store.Memory.Trial?.ApplyTo(settings);
        }

        /// <inheritdoc/>
        public IBootState Next(Device device)
        {
            if (Store.Memory.Trial != null)
            {
                // A power cut can come between storing it and closing the access point.
                if (Radio.IsUp)
                {
                    Leave(device, null);
                }

                return new TrialState(this);
            }

            return Radio.IsUp || (IsHeld(device) && Enter(device, "the button is held")) ? new AccessPointState(this) : null;
        }

        /// <inheritdoc/>
        public bool Enter(Device device, string why)
        {
            var problem = Page.Problem;
            if (problem != null)
            {
                device.Console.Tell("ap", "not opened, there is no page to serve: " + problem);
                return false;
            }

            try
            {
                Radio.Open(Ssid(device.Settings.DeviceId), Secrets(device.Random).Password);
            }
            catch (Exception e)
            {
                device.Console.Tell("ap", "not opened: " + e.GetType().Name + ", " + e.Message);
                return false;
            }

            device.Console.Tell("ap", why + ": opening the access point, rebooting");
            device.Power.Reboot();
            return true;
        }

        /// <inheritdoc/>
        public void NoteTime(Device device)
        {
            try
            {
                Store.NoteTime(device.Clock.UtcNow);
            }
            catch (Exception e)
            {
                device.Console.Tell("time", "not stored: " + e.GetType().Name + ", " + e.Message);
            }
        }

        /// <summary>Closes the access point and reboots as a station, to try something where there is something to try.</summary>
        public void Leave(Device device, Trial trial)
        {
            if (trial != null)
            {
                Store.Memory.Trial = trial;
                Store.Memory.LastProblem = "";
                Store.Save();
            }

            Radio.Close();
            device.Console.Tell("ap", "closing the access point, rebooting" + (trial == null ? "" : " to try " + trial.Credentials.Ssid));
            device.Power.Reboot();
        }

        private bool IsHeld(Device device)
        {
            var pin = device.Settings.AccessPointButton;
            try
            {
                return pin != DeviceSettings.NoPin && Button.IsHeld(pin);
            }
            catch (Exception e)
            {
                device.Console.Tell("ap", "GPIO " + pin.ToString() + " cannot be read: " + e.GetType().Name);
                return false;
            }
        }
    }
}
