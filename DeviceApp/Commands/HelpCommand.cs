using SecureEsp.DeviceApp.Boot;

namespace SecureEsp.DeviceApp.Commands
{
    /// <summary><c>help</c>: every command.</summary>
    public sealed class HelpCommand : ICommand
    {
        /// <inheritdoc/>
        public string Name
        {
            get { return "help"; }
        }

        /// <inheritdoc/>
        public string Arguments
        {
            get { return ""; }
        }

        /// <inheritdoc/>
        public string Help
        {
            get { return "these lines"; }
        }

        /// <inheritdoc/>
        public void Run(string arguments, Device device)
        {
            var all = CommandTable.All();
            for (var i = 0; i < all.Length; i++)
            {
                var space = all[i].Arguments.Length > 0 ? " " : "";
                device.Console.Tell("help", all[i].Name + space + all[i].Arguments + ": " + all[i].Help);
            }
        }
    }
}
