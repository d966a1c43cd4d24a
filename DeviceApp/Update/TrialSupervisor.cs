using System.Threading;
using SecureEsp.DeviceApp.Boot;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>Reboots the device where an application on trial fails, or is not confirmed in time. Has a thread of its own.</summary>
    public sealed class TrialSupervisor : ITrialEnd
    {
        private readonly UpdateParts _parts;
        private readonly IPower _power;
        private readonly int _limitSeconds;
        private readonly ManualResetEvent _confirmed = new ManualResetEvent(false);
        private readonly object _ending = new object();

        /// <summary>Gives a trial so many seconds.</summary>
        public TrialSupervisor(UpdateParts parts, IPower power, int limitSeconds)
        {
            _parts = parts;
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
                if (_parts.Store.State.Trial != Slot.Factory)
                {
                    _parts.Log.Error("Update: on trial: " + failure);
                    try
                    {
                        _parts.Store.Apply(state => SlotPolicy.Remember(state, failure));
                    }
                    catch (UpdateException e)
                    {
                        // The attempt has been counted; only its reason is lost.
                        _parts.Log.Error("Update: " + e.Message);
                    }

                    _power.Reboot();
                }
            }
        }
    }
}
