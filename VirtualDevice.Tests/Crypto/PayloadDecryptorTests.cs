using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SecureEsp.VirtualDevice.Tests.Crypto;

/// <summary>Payloads that .NET encrypted, deciphered by the firmware in pieces.</summary>
public class PayloadDecryptorTests(CryptoDevice device) : IClassFixture<CryptoDevice>
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(16);
    private static readonly byte[] Vector = RandomNumberGenerator.GetBytes(16);
    private static readonly byte[][] Digests = [RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32)];

    [Theory]
    [InlineData(0, 16)]
    [InlineData(1, 16)]
    [InlineData(15, 4096)]
    [InlineData(16, 16)]
    [InlineData(1000, 16)]
    [InlineData(1000, 64)]
    [InlineData(8192, 4096)]
    [InlineData(10_000, 4096)]
    public void A_payload_of_any_length_comes_back_from_pieces_of_any_size(int length, int piece)
    {
        var plain = RandomNumberGenerator.GetBytes(length);
        var cipher = Encrypt(plain, PaddingMode.PKCS7);
        Use((authenticate, decrypt) =>
        {
            Assert.True(authenticate(cipher.Length, Digests, Mac(cipher.Length)));
            var pieces = cipher.Chunk(piece).ToList();
            Assert.Equal(plain, pieces.SelectMany((p, i) => decrypt(p, i == pieces.Count - 1)!));
            Assert.Null(decrypt(cipher[..16], true));
        });
    }

    [Fact]
    public void Nothing_is_deciphered_before_the_MAC_was_right_or_after_it_was_wrong() => Use((authenticate, decrypt) =>
    {
        var cipher = Encrypt(new byte[100], PaddingMode.PKCS7);
        Assert.Null(decrypt(cipher, true));
        Assert.True(authenticate(cipher.Length, Digests, Mac(cipher.Length)));
        Assert.False(authenticate(cipher.Length, Digests, new byte[32]));
        Assert.Null(decrypt(cipher, true));
    });

    [Fact]
    public void A_MAC_with_any_bit_changed_or_over_something_else_is_refused() => Use((authenticate, _) =>
    {
        var mac = Mac(64);
        for (var bit = 0; bit < 256; bit++)
        {
            mac[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(authenticate(64, Digests, mac));
            mac[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.True(authenticate(64, Digests, mac));
        foreach (var size in new[] { 63, 65, 64 << 8, 0, -64 }) Assert.False(authenticate(size, Digests, mac));
        Assert.False(authenticate(64, [Digests[1], Digests[0]], mac));
        Assert.False(authenticate(64, [Digests[0]], mac));
        Assert.False(authenticate(64, [.. Digests, new byte[32]], mac));
        Assert.False(authenticate(64, [.. Digests, []], mac));
        Assert.False(authenticate(64, [[.. Digests[0], .. Digests[1]]], mac));
        Assert.False(authenticate(64, Digests, mac[..31]));
        Assert.False(authenticate(64, Digests, []));
    });

    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    [InlineData(255)]
    [InlineData(2)]
    public void Wrong_padding_and_broken_blocks_are_refused(byte padding) => Use((authenticate, decrypt) =>
    {
        var cipher = Encrypt([.. new byte[31], padding], PaddingMode.None);
        Assert.True(authenticate(32, Digests, Mac(32)));
        Assert.Null(decrypt([], true));
        Assert.Null(decrypt(cipher[..31], true));
        Assert.Null(decrypt(cipher, true));
    });

    private static byte[] Derive(string label) => HMACSHA256.HashData(Key, System.Text.Encoding.UTF8.GetBytes(label));

    private static byte[] Encrypt(byte[] plain, PaddingMode padding)
    {
        using var aes = Aes.Create();
        aes.Key = Derive("SecureEsp payload encryption v1")[..16];
        return aes.EncryptCbc(plain, Vector, padding);
    }

    private static byte[] Mac(int size)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, size);
        return HMACSHA256.HashData(Derive("SecureEsp payload mac v1"), (byte[])[.. Vector, .. bytes, .. Digests.SelectMany(d => d)]);
    }

    private void Use(Action<Func<int, byte[][], byte[], bool>, Func<byte[], bool, byte[]?>> use) => device.With("PayloadDecryptor", [Key, Vector], decryptor =>
    {
        use(decryptor.GetType().GetMethod("Authenticate")!.CreateDelegate<Func<int, byte[][], byte[], bool>>(decryptor),
            decryptor.GetType().GetMethod("Decrypt")!.CreateDelegate<Func<byte[], bool, byte[]?>>(decryptor));
        return true;
    });
}
