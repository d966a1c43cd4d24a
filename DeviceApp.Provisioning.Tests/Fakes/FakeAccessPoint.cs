using System;
using SecureEsp.DeviceApp.Tests.Fakes;
using SecureEsp.DeviceApp.Time;
using SecureEsp.DeviceApp.Web;

namespace SecureEsp.DeviceApp.Provisioning.Tests.Fakes
{
    /// <summary>The radio's own network, its page, its button and the clock that is set by hand.</summary>
    public sealed class FakeAccessPoint : IAccessPoint, IPageServer, IClockSetter, IButton, IAddressServer
    {
        public bool IsOpenNextTime;
        public string Password = "";
        public bool IsHeldDown;
        public int HeldPin = -1;
        public DateTime Set;

        /// <summary>What somebody does with the page as soon as it is served.</summary>
        public ICaller Caller;

        public int Running;

        public bool IsUp { get; set; }

        public string Ssid { get; set; } = "";

        public int Channel
        {
            get { return OwnNetwork.Channel; }
        }

        public int Stations { get; set; }

        public string Problem { get; set; }

        public DateTime CertificateFrom
        {
            get { return new DateTime(2026, 5, 1); }
        }

        public DateTime CertificateUntil
        {
            get { return new DateTime(2027, 5, 1); }
        }

        public AccessPointMode AddTo(FakeBoard board)
        {
            var mode = new AccessPointMode
            {
                Radio = this, Page = this, Clock = this, Button = this, Addresses = this,
                Store = new ProvisioningStore(new FakeRecordFile("I:\\pa"), new FakeRecordFile("I:\\pb"))
            };
            board.Device.Provisioning = mode;
            return mode;
        }

        public bool Is(string ssid, string password)
        {
            return Ssid == ssid && Password == password;
        }

        public void Open(string ssid, string password)
        {
            Ssid = ssid;
            Password = password;
            IsOpenNextTime = true;
        }

        public void Close()
        {
            IsOpenNextTime = false;
        }

        public bool IsHeld(int pin)
        {
            HeldPin = pin;
            return IsHeldDown;
        }

        void IClockSetter.Set(DateTime utc)
        {
            Set = utc;
        }

        public void Start(IWebHandler handler)
        {
            Running++;
            Caller?.Call(handler);
        }

        void IAddressServer.Start()
        {
            Running++;
        }

        public void Stop()
        {
            Running--;
        }
    }

    /// <summary>Somebody with a browser.</summary>
    public interface ICaller
    {
        void Call(IWebHandler handler);
    }
}
