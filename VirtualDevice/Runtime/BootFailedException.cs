namespace SecureEsp.VirtualDevice.Runtime;

/// <summary>Firmware that cannot be started: an assembly is missing or none, or there is no Main.</summary>
public sealed class BootFailedException(string message, Exception? inner = null) : Exception(message, inner);
