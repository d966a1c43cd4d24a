using System;
using SecureEsp.DeviceApp.Boot;

namespace SecureEsp.DeviceApp.Commands
{
    /// <summary>
    /// The commands of the console, for when the network is gone. No SSID and password can be taken for one, but for those of
    /// a network called <c>tls</c>, which must be quoted. A line that is no command is never repeated: it may be a password.
    /// </summary>
    public static class CommandTable
    {
        /// <summary>All of them; a new array each time, since nothing holds them between two commands.</summary>
        public static ICommand[] All()
        {
            return new ICommand[]
            {
                new HelpCommand(), new InfoCommand(), new WifiCommand(), new WifiChangeCommand(), new AccessPointCommand(), new TlsClientCommand(), new TlsServerCommand(),
                new LogCommand(), new SettingsCommand(), new RebootCommand()
            };
        }

        /// <summary>Carries out a command.</summary>
        /// <returns>False where the line is none.</returns>
        public static bool Run(string line, Device device)
        {
            var all = All();
            for (var i = 0; i < all.Length; i++)
            {
                var arguments = Arguments(line, all[i]);
                if (arguments != null)
                {
                    Run(all[i], arguments, device);
                    return true;
                }
            }

            return false;
        }

        private static void Run(ICommand command, string arguments, Device device)
        {
            try
            {
                command.Run(arguments, device);
            }
            catch (Exception e)
            {
                device.Console.Tell("console", command.Name + " failed: " + e.GetType().Name + ", " + e.Message);
            }
        }

        private static string Arguments(string line, ICommand command)
        {
            var name = command.Name;
            if (line == name)
            {
                return "";
            }

            var takes = command.Arguments.Length > 0 && line.Length > name.Length && line[name.Length] == ' ' && line.Substring(0, name.Length) == name;
            return takes ? line.Substring(name.Length + 1).Trim() : null;
        }
    }
}
