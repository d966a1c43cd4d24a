using System;
using System.Collections;
using SecureEsp.DeviceApp.Wifi;

namespace SecureEsp.DeviceApp.Tests.Fakes
{
    /// <summary>A radio with a script of outcomes; joins once the script is used up.</summary>
    public sealed class FakeWifi : IWifi
    {
        private readonly Queue _outcomes = new Queue();

        public WifiCredentials Stored;
        public WifiCredentials Tried;
        public bool RefusesToStore;
        public int Joins;

        public string Address { get; set; }

        public void Then(WifiOutcome outcome)
        {
            _outcomes.Enqueue((int)outcome);
        }

        public WifiCredentials Load()
        {
            return Stored;
        }

        public void Save(WifiCredentials credentials)
        {
            if (RefusesToStore)
            {
                throw new ArgumentOutOfRangeException();
            }

            Stored = credentials;
        }

        public WifiOutcome Join(WifiCredentials credentials)
        {
            Joins++;
            Tried = credentials;
            var outcome = _outcomes.Count == 0 ? WifiOutcome.Joined : (WifiOutcome)(int)_outcomes.Dequeue();
            if (outcome == WifiOutcome.Joined)
            {
                Address = "192.168.1.77";
            }

            return outcome;
        }
    }
}
