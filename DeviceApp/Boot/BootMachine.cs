using System;
using SecureEsp.DeviceApp.Console;
using SecureEsp.DeviceApp.Time;

namespace SecureEsp.DeviceApp.Boot
{
    /// <summary>
    /// Runs one state after the other, for ever: when Main returns, the board hangs. The one place where transitions are
    /// shown, and where what a state did not expect is caught and tried again.
    /// </summary>
    public sealed class BootMachine
    {
        private const int FirstPauseMs = 1000;
        private const int LongestPauseMs = 60000;

        private readonly Device _device;
        private readonly Backoff _backoff;

        /// <summary>Boots <paramref name="device"/>.</summary>
        public BootMachine(Device device)
        {
            _device = device;
            _backoff = new Backoff(FirstPauseMs, LongestPauseMs, device.Random);
        }

        /// <summary>Runs from <paramref name="state"/> on. Does not return.</summary>
        public void Run(IBootState state)
        {
            while (true)
            {
                state = Step(state);
            }
        }

        // A key pressed soon after boot asks for another network, wherever the boot has come to meanwhile.
        private IBootState Asked(IBootState next)
        {
            if (!_device.Keys.Pressed || next is WifiEntryState)
            {
                return next;
            }

            _device.Session.End();
            return new WifiEntryState();
        }

        // Looking at the heap costs a collection: only where it is shown.
        private void Measure()
        {
            if (_device.Console.Level == LogLevel.Debug)
            {
                _device.Console.Debug("boot", "up " + _device.Clock.Milliseconds.ToString() + " ms, free heap " + _device.Power.FreeHeap.ToString() + " bytes");
            }
        }

        /// <summary>Runs one state.</summary>
        /// <returns>The next one; the same again, after a pause, where it failed.</returns>
        public IBootState Step(IBootState state)
        {
            try
            {
                var next = Asked(state.Run(_device));
                _device.Console.WriteLine("boot", state.Name + " -> " + next.Name);
                Measure();
                _backoff.Reset();
                return next;
            }
            catch (Exception e)
            {
                var pause = _backoff.Next();
                _device.Console.Tell(
                    "boot", state.Name + " failed: " + e.GetType().Name + ", " + e.Message + "; again in " + Backoff.InWords(pause));
                _device.Clock.Sleep(pause);
                return state;
            }
        }
    }
}
