namespace SecureEsp.DeviceApp.Boot
{
    /// <summary>One step of the boot.</summary>
    public interface IBootState
    {
        /// <summary>Its name, for the console.</summary>
        string Name { get; }

        /// <summary>Does the step, however long it takes, and tells which is next.</summary>
        IBootState Run(Device device);
    }
}
