using System;
using System.Threading;
using SecureEsp.DeviceApp.Boot;

namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>Restarts the device after a while, on one thread however often it is asked to: the soonest moment counts.</summary>
    public sealed class DelayedReboot
    {
        private readonly Device _device;
        private readonly object _lock = new object();
        private readonly AutoResetEvent _sooner = new AutoResetEvent(false);
        private bool _isWaiting;
        private long _at;

        /// <summary>Of this device.</summary>
        public DelayedReboot(Device device)
        {
            _device = device;
        }

        /// <summary>Restarts it in so many milliseconds; returns at once.</summary>
        public void In(int delayMs)
        {
            lock (_lock)
            {
                var at = _device.Clock.Milliseconds + delayMs;
                if (_isWaiting)
                {
                    _at = at < _at ? at : _at;
                    _sooner.Set();
                    return;
                }

                _at = at;
                new Thread(Run).Start();
                _isWaiting = true;
            }
        }

        private void Run()
        {
            for (var left = Left(); left > 0; left = Left())
            {
                _sooner.WaitOne(left, false);
            }

            _device.Console.Tell("boot", "rebooting, as asked for by a remote call");
            try
            {
                _device.Power.Reboot();
            }
            catch (Exception e)
            {
                _device.Console.Tell("boot", "not rebooted: " + e.GetType().Name + ", " + e.Message);
            }

            lock (_lock)
            {
                _isWaiting = false;
            }
        }

        private int Left()
        {
            lock (_lock)
            {
                return (int)(_at - _device.Clock.Milliseconds);
            }
        }
    }
}
