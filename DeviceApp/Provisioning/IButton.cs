namespace SecureEsp.DeviceApp.Provisioning
{
    /// <summary>A button between a GPIO and ground.</summary>
    public interface IButton
    {
        /// <summary>Whether it is held: all through a second.</summary>
        bool IsHeld(int pin);
    }
}
