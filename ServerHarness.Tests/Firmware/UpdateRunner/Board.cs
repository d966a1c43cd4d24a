using System;
using System.Threading;
using SecureEsp.DeviceApp.Boot;
using SecureEsp.DeviceApp.Console;
using SecureEsp.DeviceApp.Mqtt;
using SecureEsp.DeviceApp.Storage;
using SecureEsp.DeviceApp.Tests.Fakes;
using SecureEsp.DeviceApp.Update;
using SecureEsp.DeviceApp.Wifi;

namespace UpdateRunner
{
    /// <summary>The firmware with the flash of the board, and without a network: what it would hear and ask for is given to it.</summary>
    public sealed class Board : IServices, IPower, IHostedApplication
    {
        private readonly Server _server;
        private readonly FakeConsole _console = new FakeConsole();
        private readonly FakeWifi _wifi = new FakeWifi { Stored = new WifiCredentials("net", "password") };
        private readonly Device _device;
        private TrialSupervisor _supervisor;
        private UpdateSteps _steps;
        private SlotBackend _backend;

        public Board(Server server)
        {
            _server = server;
            var console = new LeveledConsole(_console);
            _device = new Device
            {
                Console = console,
                Keys = new KeyWatch(console),
                Clock = new FakeClock { Now = new DateTime(2027, 1, 1) },
                Random = new FakeRandom(false),
                SettingsFile = new FlashSettingsFile(),
                Store = new SettingsStore(new FlashRecordFile("I:\\settings-a.bin"), new FlashRecordFile("I:\\settings-b.bin")),
                Wifi = _wifi,
                Power = this,
                Services = this
            };
        }

        public uint FreeHeap
        {
            get { return 4000000; }
        }

        public string Description
        {
            get { return "factory"; }
        }

        /// <summary>What was told.</summary>
        public string Console
        {
            get { return _console.Shown; }
        }

        /// <summary>One boot: to a restart, or to the end of what is to be done.</summary>
        /// <param name="messages">Topic and message by turns.</param>
        public void Boot(string[] messages)
        {
            try
            {
                new SettingsState().Run(_device);
                _device.Session.Start();
                _device.Application.Start();
                _steps.Confirm();
                for (var i = 0; i < messages.Length; i += 2)
                {
                    Hear(messages[i], System.Text.Encoding.UTF8.GetBytes(messages[i + 1]));
                }

                _steps.Look();
            }
            catch (RestartException)
            {
            }
            finally
            {
                _supervisor?.Confirmed();
            }
        }

        public void Start()
        {
        }

        public void Reboot()
        {
            throw new RestartException();
        }

        public void AddTo(Device device)
        {
            device.Session = new BrokerSession(new FakeLink(), device.Console, new Topics(device.Settings.DeviceId), "1");
            device.Application = this;
            var parts = UpdateComposition.Parts(device);
            var facts = new FactsSource(device.Settings, device.Clock, this, parts, HostInventory.Read());
            _backend = new SlotBackend(parts, facts);
            _supervisor = new TrialSupervisor(_backend, parts.Log, device.Clock, this, device.Settings.UpdateConfirmSeconds);
            var host = new ApplicationHost(parts, facts, new Loader(new SlotLoader(parts, facts)), this, _supervisor, Program.StartLimitMs);
            device.Application = host;
            _steps = new UpdateSteps(device, parts, facts, _backend, host, _supervisor, _server);
            device.Updates = new UpdateAgent(device, parts, facts, _backend, _steps);
            device.Session.Add(new UpdateMessages(device, device.Updates, new UpdateTopics(device.Settings.DeviceId)));
        }

        private void Hear(string topic, byte[] message)
        {
            // The restart that follows comes on a thread of its own: here, at once.
            _device.Session.OnMessage(topic, message, false);
            if (_backend.Status == UpdateStatus.RollbackPending)
            {
                throw new RestartException();
            }
        }

        private sealed class RestartException : Exception
        {
        }
    }
}
