using System.Security.Cryptography;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Libraries.Cryptography;

/// <summary>Host side of nanoFramework.System.Security.Cryptography, HMACSHA256.</summary>
[Natives("nanoFramework.System.Security.Cryptography", "System.Security.Cryptography.HMACSHA256")]
internal static class HmacSha256Natives
{
    public static byte[] HashCore(byte[] key, byte[] source)
    {
        _ = Life.Current;
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(source);
        return HMACSHA256.HashData(key, source);
    }
}

/// <summary>Host side of nanoFramework.System.Security.Cryptography, HMACSHA512.</summary>
[Natives("nanoFramework.System.Security.Cryptography", "System.Security.Cryptography.HMACSHA512")]
internal static class HmacSha512Natives
{
    public static byte[] HashCore(byte[] key, byte[] source)
    {
        _ = Life.Current;
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(source);
        return HMACSHA512.HashData(key, source);
    }
}
