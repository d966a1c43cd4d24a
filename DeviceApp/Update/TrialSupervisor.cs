using System.Threading;
using SecureEsp.DeviceApp.Boot;
using SecureEsp.DeviceApp.Time;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>Reboots the device where an application on trial fails, or is not confirmed in time. Has a thread of its own.</summary>
    public sealed class TrialSupervisor : ITrialEnd
    {
        private const int RestartMs = 1000;

        private readonly IUpdateBackend _backend;
        private readonly IUpdateLog _log;
        private readonly IClock _clock;
        private readonly IPower _power;
        private readonly int _limitSeconds;
        private readonly ManualResetEvent _confirmed = new ManualResetEvent(false);
        private readonly object _ending = new object();

        /// <summary>Gives a trial so many seconds.</summary>
        public TrialSupervisor(IUpdateBackend backend, IUpdateLog log, IClock clock, IPower power, int limitSeconds)
        {
            _backend = backend;
            _log = log;
            _clock = clock;
            _power = power;
            _limitSeconds = limitSeconds;
        }

        /// <summary>Why it is not confirmed yet; for the report.</summary>
        public string Waiting { get; set; } = UpdateReasonWords.Short(StartReason.Unconfirmed, null);

        /// <inheritdoc/>
        public void Watch()
        {
            new Thread(() =>
            {
                if (!_confirmed.WaitOne(_limitSeconds * 1000, false))
                {
                    Fail(Waiting);
                }
            }).Start();
        }

        /// <inheritdoc/>
        public void Confirmed()
        {
            _confirmed.Set();
        }

        /// <inheritdoc/>
        public void Fail(string failure)
        {
            lock (_ending)
            {
                if (_backend.Status == UpdateStatus.Testing)
                {
                    _log.Error("Update: on trial: " + failure);
                    try
                    {
                        _backend.Fail(failure);
                    }
                    catch (UpdateException e)
                    {
                        // The attempt has been counted; only its reason is lost.
                        _log.Error("Update: " + e.Message);
                    }

                    // What was just told must get out first.
                    _clock.Sleep(RestartMs);
                    _power.Reboot();
                }
            }
        }
    }
}
