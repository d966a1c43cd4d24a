namespace SecureEsp.ServerHarness.Updates.Format;

/// <summary>CRC-32 of IEEE 802.3, as in zlib: reflected, initial value and final xor all ones.</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    public static uint HashToUInt32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? crc >> 1 ^ Polynomial : crc >> 1;
            }
        }

        return ~crc;
    }
}
