using System;
using SecureEsp.DeviceApp.Storage;
using SecureEsp.DeviceApp.Tests.Fakes;
using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    /// <summary>The agent with a good offer before it and a back end of memory behind it. Nothing is on trial.</summary>
    public sealed class AgentRig
    {
        public readonly FakeBoard Board = new FakeBoard();
        public readonly TestScheme Scheme = new TestScheme();
        public readonly MemoryBackend Backend = new MemoryBackend();
        public readonly TestApplication Application = new TestApplication();
        public readonly TestOffer Offer;
        public readonly TrialSupervisor Supervisor;
        public readonly UpdateSteps Steps;
        public readonly UpdateAgent Agent;
        public readonly UpdateStore Store = new UpdateStore(new FakeRecordFile("a"), new FakeRecordFile("b"));

        /// <summary>The firmware's own back end; the agent has the other one.</summary>
        public readonly SlotBackend Slots;

        private readonly FactsSource _facts;

        public AgentRig()
        {
            Offer = new TestOffer(Scheme);
            var manifest = TestManifest.Good(Scheme, 1);
            manifest.Images[0].Size = 4000;
            Offer.Make(manifest, 1, TestBytes.Of(9000, 5));
            Board.Clock.Now = new DateTime(2027, 1, 1);
            var device = Board.Device;
            device.Settings.UpdateProduct = "blink";
            device.Settings.UpdateUrl = "https://server.test/update/blink";
            device.Session.Start();
            var provisioned = new FakeRecordFile("keys") { Content = Scheme.KeySetBytes(1, 1, 1) };
            var parts = new UpdateParts
            {
                Store = Store,
                Keys = new UpdateKeys(provisioned, new FakeRecordFile("ka"), new FakeRecordFile("kb"), Scheme),
                Scheme = Scheme,
                Hash = Offer,
                PayloadKeys = new PayloadKeys(new KeyValueFile(new FakeRecordFile("payload-keys"))),
                Log = new SessionUpdateLog(device)
            };
            parts.Keys.Load();
            _facts = new FactsSource(device.Settings, Board.Clock, Board, parts, new[] { new AssemblyReference("mscorlib", 1, 17) });
            Slots = new SlotBackend(parts, _facts);
            Supervisor = new TrialSupervisor(Backend, parts.Log, Board.Clock, Board, 30);
            Steps = new UpdateSteps(device, parts, _facts, Backend, Application, Supervisor, Offer);
            Agent = new UpdateAgent(device, parts, _facts, Backend, Steps);
        }

        /// <summary>What was told.</summary>
        public string Log
        {
            get { return Board.Console.Shown; }
        }

        /// <summary>Lets a bundle be what runs.</summary>
        public void Run(byte[] bundle)
        {
            var keys = Scheme.Set(1, 1, 1);
            _facts.Running = new SlotContent { Slot = Slot.A, Decision = UpdatePolicy.JudgeInstalled(bundle, bundle.Length, _facts.Installed(keys), Scheme) };
        }
    }
}
