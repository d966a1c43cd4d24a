using System.Security.Cryptography;

namespace SecureEsp.ServerHarness.Pki;

internal static class SerialNumber
{
    /// <summary>
    /// 128 bits, big endian. The top bit is clear so that DER reads it as positive, the next one set so that all 16 bytes
    /// count; the other 126 are random (RFC 5280, 4.1.2.2 asks for a positive number of at most 20 bytes).
    /// </summary>
    public static byte[] Next()
    {
        var serial = RandomNumberGenerator.GetBytes(16);
        serial[0] = (byte)((serial[0] & 0x7f) | 0x40);
        return serial;
    }
}
