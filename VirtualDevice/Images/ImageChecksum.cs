namespace SecureEsp.VirtualDevice.Images;

/// <summary>
/// The CRC-32 of nanoFramework images: polynomial 0x04C11DB7, most significant bit first, initial value 0, nothing
/// reflected or inverted at the end. It finds damage, not intent.
/// </summary>
public static class ImageChecksum
{
    private const uint Polynomial = 0x04C11DB7;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(i => Shift((uint)i << 24))];

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = 0u;
        foreach (var value in bytes) crc = (crc << 8) ^ Table[(crc >> 24) ^ value];
        return crc;
    }

    private static uint Shift(uint value)
    {
        for (var bit = 0; bit < 8; bit++) value = (value & 0x80000000) != 0 ? (value << 1) ^ Polynomial : value << 1;
        return value;
    }
}
