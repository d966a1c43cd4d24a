using System.Collections;
using SecureEsp.DeviceApp.Boot;
using SecureEsp.DeviceApp.Formats;
using SecureEsp.DeviceApp.Storage;
using SecureEsp.DeviceApp.Tls;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>Puts the real parts of updates together, where the device was given keys for them.</summary>
    public sealed class UpdateComposition : IUpdateProviders
    {
        private readonly Device _device;
        private readonly DeviceIdentity _identity;
        private readonly ServerTrust _trust;

        private UpdateComposition(Device device, DeviceIdentity identity, ServerTrust trust)
        {
            _device = device;
            _identity = identity;
            _trust = trust;
        }

        /// <summary>Lets the slots say which application runs, and makes <see cref="Device.Updates"/>. Changes nothing where there are no keys.</summary>
        public static void AddTo(Device device, DeviceIdentity identity, ServerTrust trust)
        {
            var parts = Parts(device);
            if (parts != null)
            {
                Add(device, parts, new UpdateComposition(device, identity, trust));
            }
        }

        /// <summary>What updates work with, from the files of this board.</summary>
        /// <returns>Null where the device has no keys, and nothing was installed.</returns>
        public static UpdateParts Parts(Device device)
        {
            var scheme = new EcdsaScheme();
            var store = new UpdateStore(new FlashRecordFile("I:\\update-a.bin"), new FlashRecordFile("I:\\update-b.bin"));
            var keys = new UpdateKeys(
                new FlashRecordFile("I:\\update-keys.cbor"), new FlashRecordFile("I:\\update-keys-a.bin"), new FlashRecordFile("I:\\update-keys-b.bin"), scheme);
            keys.Load();
            Show(device, keys.Remarks);
            var state = store.State;
            Show(device, store.Remarks);
            if (keys.Current == null && state.Active == Slot.Factory && state.Trial == Slot.Factory)
            {
                return null;
            }

            var payloadKeys = new PayloadKeys(new KeyValueFile(new FlashRecordFile("I:\\payload-keys.txt")));
            Show(device, payloadKeys.Remarks);
            var settings = BlinkHost.Settings();
            Show(device, settings.Remarks);
            return new UpdateParts
            {
                Store = store,
                Keys = keys,
                Slots = Slots(scheme),
                Scheme = scheme,
                Hash = new HmacHash(),
                PayloadKeys = payloadKeys,
                ApplicationSettings = settings,
                Log = new SessionUpdateLog(device)
            };
        }

        /// <inheritdoc/>
        public IUpdateProvider For(HttpsUrl url)
        {
            var settings = _device.Settings;
            var requester = new UpdateRequester(
                new TlsConnector(_device.Clock, _identity, _trust, settings.Tls13),
                new TlsConnector(_device.Clock, null, _trust, settings.Tls13),
                _device.Clock,
                Firmware.UserAgent,
                settings.UpdateSlotKilobytes * 1024);
            return new HttpUpdateProvider(requester, _device.Clock, url);
        }

        private static void Add(Device device, UpdateParts parts, IUpdateProviders providers)
        {
            var settings = device.Settings;
            var facts = new FactsSource(settings, device.Clock, device.Power, parts, HostInventory.Read());
            var backend = new SlotBackend(parts, facts);
            var supervisor = new TrialSupervisor(backend, parts.Log, device.Clock, device.Power, settings.UpdateConfirmSeconds);
            var host = new ApplicationHost(parts, facts, new SlotLoader(parts, facts), device.Application, supervisor);
            device.Application = host;
            device.Updates = new UpdateAgent(
                device, parts, facts, backend, new UpdateSteps(device, parts, facts, backend, host, supervisor, providers));
            device.Session.Add(new UpdateMessages(device, device.Updates, new UpdateTopics(settings.DeviceId)));
        }

        private static Slots Slots(ISignatureScheme scheme)
        {
            return new Slots(
                new ISlotFile[] { new FlashSlotFile("I:\\slot-a.bundle"), new FlashSlotFile("I:\\slot-b.bundle") },
                new IRecordFile[] { new FlashRecordFile("I:\\slot-a.keys"), new FlashRecordFile("I:\\slot-b.keys") },
                scheme);
        }

        private static void Show(Device device, ArrayList remarks)
        {
            for (var i = 0; i < remarks.Count; i++)
            {
                device.Console.WriteLine("update", (string)remarks[i]);
            }
        }
    }
}
