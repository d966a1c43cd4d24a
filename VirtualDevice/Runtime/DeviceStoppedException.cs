namespace SecureEsp.VirtualDevice.Runtime;

/// <summary>Ends a device thread whose life is over. Firmware cannot keep it: every catch handler checks again.</summary>
public sealed class DeviceStoppedException() : Exception("the device has been reset or switched off");
