using SecureEsp.DeviceApp.Boot;
using SecureEsp.DeviceApp.Console;

namespace SecureEsp.DeviceApp.Commands
{
    /// <summary><c>log</c>: how much the console tells.</summary>
    public sealed class LogCommand : ICommand
    {
        /// <inheritdoc/>
        public string Name
        {
            get { return "log"; }
        }

        /// <inheritdoc/>
        public string Arguments
        {
            get { return "[error|info|debug]"; }
        }

        /// <inheritdoc/>
        public string Help
        {
            get { return "how much the console tells, until the next boot"; }
        }

        /// <inheritdoc/>
        public void Run(string arguments, Device device)
        {
            if (arguments.Length > 0)
            {
                LogLevel level;
                if (!LogLevelWords.TryParse(arguments, out level))
                {
                    device.Console.Tell("log", "there are the levels error, info and debug");
                    return;
                }

                device.Console.Level = level;
            }

            device.Console.Tell("log", "level " + LogLevelWords.Of(device.Console.Level));
        }
    }
}
