using SecureEsp.DeviceApp.Boot;
using SecureEsp.DeviceApp.Console;

namespace SecureEsp.DeviceApp.Commands
{
    /// <summary>
    /// The console between two attempts, or while the device runs: opened by a key, closed by <c>exit</c> or by silence. What is
    /// typed is not shown, since someone may type a network's password here.
    /// </summary>
    public static class CommandPrompt
    {
        /// <summary>How long it stays open without a key, in seconds.</summary>
        public const int IdleSeconds = 30;

        /// <summary>Opens it where a key was pressed. Returns when it is closed again.</summary>
        /// <returns>Whether it was open.</returns>
        public static bool OpenIfAsked(Device device)
        {
            // In the first seconds a key asks for another network, and somebody else reads the console.
            if (device.Keys.IsOpen || !device.Console.HasTyped)
            {
                return false;
            }

            var line = device.Line ??= new HiddenLine(device.Console);
            var typed = device.Console.ReadByte(1);
            if (typed < 0 || !line.Begin((byte)typed))
            {
                return false;
            }

            Run(device, line);
            return true;
        }

        private static void Run(Device device, HiddenLine line)
        {
            var console = device.Console;
            console.Tell(
                "console", "open: type a command (not shown), help lists them; exit, or " + IdleSeconds.ToString() + " s without a key, closes it");
            while (!device.Keys.Pressed)
            {
                var text = line.Read(IdleSeconds * 1000);
                if (text == "exit" || line.End == HiddenLineEnd.Idle)
                {
                    break;
                }

                if (text == null || (text.Length > 0 && !CommandTable.Run(text, device)))
                {
                    console.Tell("console", "no such command; help lists them");
                }
            }

            console.Tell("console", "closed, going on");
        }
    }
}
