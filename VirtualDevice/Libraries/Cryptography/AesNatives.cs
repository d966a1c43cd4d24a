using System.Security.Cryptography;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Libraries.Cryptography;

/// <summary>Host side of nanoFramework.System.Security.Cryptography, Aes: 128-bit keys, whole blocks, no padding.</summary>
[Natives("nanoFramework.System.Security.Cryptography", "System.Security.Cryptography.Aes")]
internal static class AesNatives
{
    private const int BlockSize = 16;

    public static byte[] EncryptAesEcb(object self, byte[] data)
    {
        using var aes = Open(self, data);
        return aes.EncryptEcb(data, PaddingMode.None);
    }

    public static byte[] DecryptAesEcb(object self, byte[] data)
    {
        using var aes = Open(self, data);
        return aes.DecryptEcb(data, PaddingMode.None);
    }

    public static byte[] EncryptAesCbc(object self, byte[] data)
    {
        using var aes = Open(self, data);
        return aes.EncryptCbc(data, Vector(self), PaddingMode.None);
    }

    public static byte[] DecryptAesCbc(object self, byte[] data)
    {
        using var aes = Open(self, data);
        return aes.DecryptCbc(data, Vector(self), PaddingMode.None);
    }

    private static Aes Open(object self, byte[] data)
    {
        _ = Life.Current;
        ArgumentNullException.ThrowIfNull(data);
        var key = Fields.Get<byte[]?>(self, "_key") ?? throw new ArgumentNullException();
        if (key.Length != BlockSize || data.Length == 0 || data.Length % BlockSize != 0) throw new ArgumentException();
        var aes = Aes.Create();
        aes.Key = key;
        return aes;
    }

    private static byte[] Vector(object self)
    {
        var vector = Fields.Get<byte[]?>(self, "_iv") ?? throw new ArgumentNullException();
        return vector.Length == BlockSize ? vector : throw new ArgumentException();
    }
}
