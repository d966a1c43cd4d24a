using System.Security.Cryptography;

namespace SecureEsp.VirtualDevice.Board;

/// <summary>The hardware random number generator: what <c>new Random()</c> is on the device.</summary>
public sealed class HardwareRandom : Random
{
    public override int Next() => RandomNumberGenerator.GetInt32(int.MaxValue);

    public override int Next(int maxValue)
    {
        if (maxValue <= 0) throw new ArgumentOutOfRangeException(nameof(maxValue));
        return RandomNumberGenerator.GetInt32(maxValue);
    }

    public override double NextDouble() => Next() / (double)int.MaxValue;

    public override void NextBytes(byte[] buffer) => RandomNumberGenerator.Fill(buffer);
}
