using SecureEsp.DeviceApp.Boot;

namespace SecureEsp.DeviceApp.Commands
{
    /// <summary>A command of the console.</summary>
    public interface ICommand
    {
        /// <summary>What it is called by, one word or two.</summary>
        string Name { get; }

        /// <summary>What may stand behind its name, for people; empty where nothing may.</summary>
        string Arguments { get; }

        /// <summary>What it does, in a few words.</summary>
        string Help { get; }

        /// <summary>Carries it out.</summary>
        /// <param name="arguments">What stands behind its name; empty where nothing does.</param>
        /// <param name="device">The device.</param>
        void Run(string arguments, Device device);
    }
}
