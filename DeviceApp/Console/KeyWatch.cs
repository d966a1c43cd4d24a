using System;
using System.Threading;

namespace SecureEsp.DeviceApp.Console
{
    /// <summary>
    /// Notices a key pressed in the first seconds, on a thread of its own, so that nothing waits for it. While it is open
    /// nobody else may read the console.
    /// </summary>
    public sealed class KeyWatch
    {
        /// <summary>How long a key is watched for, in seconds.</summary>
        public const int Seconds = 3;

        private const int SliceMs = 100;
        private const int Slices = Seconds * 1000 / SliceMs;
        private const int EndLimitMs = 1000;
        private const int MaxTypedAhead = 256;

        private readonly IConsole _console;
        private readonly ManualResetEvent _ended = new ManualResetEvent(true);
        private readonly object _lock = new object();
        private bool _stop;
        private bool _pressed;

        /// <summary>Watches <paramref name="console"/>.</summary>
        public KeyWatch(IConsole console)
        {
            _console = console;
        }

        /// <summary>Whether keys are being watched for.</summary>
        public bool IsOpen
        {
            get { return !_ended.WaitOne(0, false); }
        }

        /// <summary>Whether a key was pressed in time, and not <see cref="Close">taken</see> yet.</summary>
        public bool Pressed
        {
            get
            {
                lock (_lock)
                {
                    return _pressed;
                }
            }
        }

        /// <summary>Watches from now on.</summary>
        public void Open()
        {
            _ended.Reset();
            new Thread(Watch).Start();
        }

        /// <summary>Watches on the caller's thread.</summary>
        public void Watch()
        {
            try
            {
                for (var i = 0; i < Slices && !Stopped(); i++)
                {
                    if (_console.ReadByte(SliceMs) >= 0)
                    {
                        Press();
                        _console.WriteLine("wifi", "a key was pressed: another network will be asked for");
                        return;
                    }
                }
            }
            catch (Exception e)
            {
                _console.WriteLine("wifi", "keys are not watched: " + e.GetType().Name + ", " + e.Message);
            }
            finally
            {
                _ended.Set();
            }
        }

        /// <summary>As a key in time does: another network is to be asked for.</summary>
        public void Press()
        {
            lock (_lock)
            {
                _pressed = true;
            }
        }

        /// <summary>Ends the watch, forgets the key and what was typed after it: the console is free for another reader.</summary>
        public void Close()
        {
            lock (_lock)
            {
                _stop = true;
            }

            _ended.WaitOne(EndLimitMs, false);
            if (!Pressed)
            {
                return;
            }

            lock (_lock)
            {
                _pressed = false;
            }

            // Enter as the key may come as two bytes, and a key that is held comes many times.
            for (var i = 0; i < MaxTypedAhead && _console.ReadByte(1) >= 0; i++)
            {
            }
        }

        private bool Stopped()
        {
            lock (_lock)
            {
                return _stop;
            }
        }
    }
}
