using System.Net;
using System.Security.Cryptography;

namespace SecureEsp.VirtualDevice.Board;

/// <summary>
/// Gives each radio a loopback address of its own, so that every device can listen on the same port. The second octet is
/// random for each process: two processes hardly ever use the same ones.
/// </summary>
internal static class LoopbackAddresses
{
    private static readonly byte Process = (byte)RandomNumberGenerator.GetInt32(1, 255);
    private static int s_given;

    public static IPAddress Next()
    {
        var number = (Interlocked.Increment(ref s_given) % 0xFFFD) + 1;
        return new IPAddress([127, Process, (byte)(number >> 8), (byte)number]);
    }
}
