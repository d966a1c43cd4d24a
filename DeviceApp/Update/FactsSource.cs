using SecureEsp.DeviceApp.Boot;
using SecureEsp.DeviceApp.Storage;
using SecureEsp.DeviceApp.Time;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>Gathers what decisions depend on.</summary>
    public sealed class FactsSource
    {
        /// <summary>The nanoFramework target that this firmware is for; its images differ by memory only.</summary>
        public const string Target = "ESP32_S3";

        // Images stay in memory, and so do the tables that the CLR makes of them.
        private const int HeapReserve = 65536;

        private readonly DeviceSettings _settings;
        private readonly IClock _clock;
        private readonly IPower _power;
        private readonly UpdateParts _parts;
        private readonly AssemblyReference[] _host;

        /// <summary>Of this device.</summary>
        public FactsSource(DeviceSettings settings, IClock clock, IPower power, UpdateParts parts, AssemblyReference[] host)
        {
            _settings = settings;
            _clock = clock;
            _power = power;
            _parts = parts;
            _host = host;
        }

        /// <summary>What runs; null for the factory application.</summary>
        public SlotContent Running { get; set; }

        /// <summary>For what lies in a slot, with the keys that it was accepted with.</summary>
        public DeviceFacts Installed(KeySet keys)
        {
            var free = _power.FreeHeap;
            return new DeviceFacts
            {
                Product = _settings.UpdateProduct,
                Target = Target,
                Keys = keys,
                Floor = _parts.Store.State.Floor,
                NeverAgain = _parts.Store.State.Failed,
                PayloadKeys = _parts.PayloadKeys,
                Host = _host,
                SlotBytes = _settings.UpdateSlotKilobytes * 1024,
                MemoryBytes = free > int.MaxValue ? int.MaxValue : free > HeapReserve ? (int)free - HeapReserve : 0
            };
        }

        /// <summary>For an offer, with the keys in force.</summary>
        public DeviceFacts Offered(KeySet keys)
        {
            var facts = Installed(keys);
            var now = _clock.UtcNow;
            facts.ClockIsSet = ClockRule.IsSet(now);
            facts.Now = UnixTime.Seconds(now);
            if (Running != null)
            {
                facts.Running = Running.Decision.Manifest.Version;
                facts.RunningDigest = Running.Decision.Digest;
                facts.Sequence = Running.Decision.Manifest.Sequence;
            }

            return facts;
        }
    }
}
