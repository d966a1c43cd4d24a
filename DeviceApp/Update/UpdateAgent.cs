using System.Threading;
using SecureEsp.DeviceApp.Boot;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// What the rest of the firmware knows of updates: looks for them at the first boot, when asked, and from time to time, one at a time, on a
    /// thread of its own; commits and reverts. A trial is confirmed first.
    /// </summary>
    public sealed class UpdateAgent
    {
        private const int LookMs = 1000;
        private const int RestartMs = 1000;

        private readonly Device _device;
        private readonly UpdateParts _parts;
        private readonly FactsSource _facts;
        private readonly IUpdateBackend _backend;
        private readonly UpdateSteps _steps;
        private readonly AutoResetEvent _asked = new AutoResetEvent(false);
        private readonly object _starting = new object();
        private Thread _thread;

        /// <summary>Updates this device.</summary>
        public UpdateAgent(Device device, UpdateParts parts, FactsSource facts, IUpdateBackend backend, UpdateSteps steps)
        {
            _device = device;
            _parts = parts;
            _facts = facts;
            _backend = backend;
            _steps = steps;
        }

        /// <summary>Whether an update, or a confirmation, is under way.</summary>
        public bool IsRunning { get; private set; }

        /// <summary>Where the update stands.</summary>
        public UpdateStatus Status
        {
            get { return _backend.Status; }
        }

        /// <summary>What is remembered from one boot to the next. To be read only.</summary>
        public UpdateState State
        {
            get { return _parts.Store.State; }
        }

        /// <summary>The bundle that runs; null for the factory application.</summary>
        public UpdateDecision Running
        {
            get { return _facts.Running == null ? null : _facts.Running.Decision; }
        }

        /// <summary>Starts the thread; harmless where it runs.</summary>
        public void Start()
        {
            lock (_starting)
            {
                if (_thread == null)
                {
                    _thread = new Thread(Work);
                    _thread.Start();
                }
            }
        }

        /// <summary>Looks for an update now.</summary>
        public void Ask()
        {
            IsRunning = true;
            _asked.Set();
        }

        /// <summary>Stores where and how often to look from now on.</summary>
        /// <exception cref="UpdateException">It could not be stored.</exception>
        public void Use(UpdateSettings settings)
        {
            _parts.Store.Apply(state => state.Settings = settings);
        }

        /// <summary>Ends a trial at once, without waiting for what else would confirm it.</summary>
        /// <exception cref="UpdateException">Nothing is on trial, or it could not be stored.</exception>
        public void Commit()
        {
            _steps.Commit();
        }

        /// <summary>Goes back to the application before the one that runs, which is never installed again; the board restarts in a second.</summary>
        /// <exception cref="UpdateException">There is nothing to go back from, an update is being downloaded, or it could not be stored.</exception>
        public void Revert()
        {
            if (IsRunning && _backend.Status != UpdateStatus.Testing)
            {
                throw new UpdateException(DownloadReason.Running, null);
            }

            _backend.Revert();
            _parts.Log.Success("Update: going back to the application before this one, restarting");

            RestartSoon();
        }

        /// <summary>Restarts the board in a second. Not on this thread: it may be the one that must still send what was told.</summary>
        public void RestartSoon()
        {
            new Thread(() =>
            {
                _device.Clock.Sleep(RestartMs);
                _device.Power.Reboot();
            }).Start();
        }

        private void Work()
        {
            IsRunning = true;
            _steps.Confirm();
            if (_facts.Running == null)
            {
                _steps.Look();
            }

            while (true)
            {
                IsRunning = false;
                Wait();
                IsRunning = true;
                _steps.Look();
            }
        }

        // The interval may be set anew while it passes.
        private void Wait()
        {
            var began = _device.Clock.Milliseconds;
            while (!_asked.WaitOne(LookMs, false) && _device.Clock.Milliseconds - began < _parts.Store.State.Settings.Interval * 1000L)
            {
            }
        }
    }
}
