using System;

namespace BlinkBroken
{
    /// <summary>A version of Blink that cannot start, for the demo of updates: the device gives it up and goes back.</summary>
    public class Application
    {
        private const int Pin = 99;

        /// <summary>Throws.</summary>
        /// <exception cref="InvalidOperationException">Always.</exception>
        public void Start()
        {
            throw new InvalidOperationException("there is no LED at GPIO " + Pin.ToString());
        }

        /// <summary>Nothing was started.</summary>
        public void Stop()
        {
        }
    }
}
