using System;
using SecureEsp.DeviceApp.Commands;
using SecureEsp.DeviceApp.Time;

namespace SecureEsp.DeviceApp.Boot
{
    /// <summary>Waits between two attempts, with an ear for the console: a device that is stuck can be asked why.</summary>
    public static class Pause
    {
        private const int LookMs = 100;

        /// <summary>Waits. A key opens the console; when that is closed, or another network is asked for, the wait is over.</summary>
        public static void For(Device device, int milliseconds)
        {
            if (!device.ConsoleTold)
            {
                device.ConsoleTold = true;
                device.Console.Tell("console", "press a key for commands");
            }

            var deadline = new Deadline(device.Clock, milliseconds);
            while (!deadline.Passed && !device.Keys.Pressed && !Asked(device))
            {
                var left = deadline.Left;
                device.Clock.Sleep(left < LookMs ? left : LookMs);
            }
        }

        /// <summary>Opens the console where a key was pressed.</summary>
        public static void Look(Device device)
        {
            Asked(device);
        }

        // A console that is broken must not keep the device from its next attempt.
        private static bool Asked(Device device)
        {
            try
            {
                return !device.ConsoleBroken && CommandPrompt.OpenIfAsked(device);
            }
            catch (Exception e)
            {
                device.ConsoleBroken = true;
                device.Console.Tell("console", "not read any more: " + e.GetType().Name + ", " + e.Message);
                return false;
            }
        }
    }
}
