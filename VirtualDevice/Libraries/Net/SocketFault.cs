namespace SecureEsp.VirtualDevice.Libraries.Net;

/// <summary>A socket call failed; natives turn it into the device's SocketException.</summary>
/// <param name="code">Its ErrorCode.</param>
internal sealed class SocketFault(int code) : Exception($"socket error {code}")
{
    public int Code { get; } = code;
}
