using System.Numerics;
using System.Security.Cryptography;

namespace SecureEsp.VirtualDevice.Tests.Crypto;

/// <summary>
/// Signatures that hold: as anybody makes them, and those that an attacker with a key of his own would choose to make a device work as much as it can.
/// With the private key, there is one for any u1 and u2: r is the sum's x, s = r / u2, and the hash u1 · s.
/// </summary>
internal static class CostlySignatures
{
    public sealed record Signature(byte[] Key, byte[] Hash, byte[] Der);

    /// <summary>A new key, a random hash.</summary>
    public static Signature Ordinary()
    {
        using var signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var q = signer.ExportParameters(false).Q;
        var hash = RandomNumberGenerator.GetBytes(32);
        return new([4, .. q.X!, .. q.Y!], hash, signer.SignHash(hash, DSASignatureFormat.Rfc3279DerSequence));
    }

    /// <summary>As many additions as there can be: in the windows of 8 and 5 bits of both scalars no bit is left out.</summary>
    public static Signature WithAllAdditions(Random random) => Make(Scalar(random), Dense(8, random), Dense(5, random))!;

    /// <summary>Signatures whose s makes its inversion dear, and those whose sums meet themselves and infinity; with all additions besides where that can be.</summary>
    public static IEnumerable<Signature> AtEdges(Random random)
    {
        var (n, half) = (P256Oracle.N, P256Oracle.N / 2);
        BigInteger[] keys = [1, n - 1, 2, n - 2, 3, 5, 15, 17, 31, 127, half, half + 1, BigInteger.One << 128, Scalar(random)];
        foreach (var d in keys)
        {
            foreach (var (u1, u2) in new (BigInteger, BigInteger)[] { (1, 1), (0, 1), (n - 1, 1), (half, half), (half + 1, half), (127, 15), (n - 2, 2), (d, 1), (n - d, 1), (Dense(8, random), Dense(5, random)) })
                if (Make(d, u1, u2) is { } signature) yield return signature;
            // The accumulator meets the addend, or its negative, in the midst: the upper halves of both scalars cancel but for a small rest.
            foreach (var rest in new BigInteger[] { 1, 2, 16, 32, n - 1, n - 32 })
            {
                var upper = Dense(5, random) >> 128;
                var u2 = (upper << 128) + (Dense(5, random) & (BigInteger.One << 128) - 1);
                var u1 = (P256Oracle.Mod(rest - upper * d, n) << 128) + (Dense(8, random) & (BigInteger.One << 128) - 1);
                if (Make(d, P256Oracle.Mod(u1, n), u2) is { } signature) yield return signature;
            }
        }

        // s is chosen here, and u2 follows: 1, n - 1, powers of 2, fractions of n with large quotients and quotients of 16 bits.
        BigInteger[] numbers = [1, 2, 3, n - 1, n - 2, half, half + 1, n / 3, n >> 100, n >> 200, BigInteger.One << 64, BigInteger.One << 128, BigInteger.One << 255, n - (BigInteger.One << 200)];
        foreach (var s in numbers.Concat(Enumerable.Range(0, 30).Select(_ => WithQuotients(random, 10 + random.Next(52))))) yield return WithS(Scalar(random), s, random);
    }

    /// <summary>From 1 to n - 1.</summary>
    public static BigInteger Scalar(Random random)
    {
        var bytes = new byte[32];
        random.NextBytes(bytes);
        return P256Oracle.Number(bytes) % (P256Oracle.N - 1) + 1;
    }

    /// <summary>Below n / 2, with as many digits in windows of so many bits as there can be.</summary>
    public static BigInteger Dense(int width, Random random)
    {
        for (; ; )
        {
            BigInteger scalar = 0;
            for (var position = 0; position < 256; position += width)
                scalar += new BigInteger(2 * random.Next(1 << width - 2) + 1) * (random.Next(2) == 0 ? 1 : -1) << position;
            if (scalar > 0 && scalar <= P256Oracle.N / 2) return scalar;
        }
    }

    private static Signature? Make(BigInteger d, BigInteger u1, BigInteger u2)
    {
        var n = P256Oracle.N;
        if (P256Oracle.Multiply(u1 + u2 * d, P256Oracle.G) is not { } sum || sum.X % n == 0 || u2 % n == 0) return null;
        var r = sum.X % n;
        var s = r * P256Oracle.Inverse(u2, n) % n;
        return new(P256Oracle.Encode(P256Oracle.Multiply(d, P256Oracle.G)!), P256Oracle.Bytes(u1 * s % n), P256Oracle.Der(r, s));
    }

    private static Signature WithS(BigInteger d, BigInteger s, Random random)
    {
        var k = Scalar(random);
        var r = P256Oracle.Multiply(k, P256Oracle.G)!.X % P256Oracle.N;
        return new(P256Oracle.Encode(P256Oracle.Multiply(d, P256Oracle.G)!), P256Oracle.Bytes(P256Oracle.Mod(s * k - r * d, P256Oracle.N)), P256Oracle.Der(r, s));
    }

    /// <summary>A number s whose first quotients in n / s have so many bits.</summary>
    private static BigInteger WithQuotients(Random random, int bits)
    {
        var (a, b, before, old) = (BigInteger.One, BigInteger.Zero, BigInteger.Zero, BigInteger.One);
        while (a < BigInteger.One << 125)
        {
            var quotient = new BigInteger(random.NextInt64(1L << bits - 1, 1L << bits));
            (a, before) = (quotient * a + before, a);
            (b, old) = (quotient * b + old, b);
        }

        return P256Oracle.N * b / a + 1;
    }
}
