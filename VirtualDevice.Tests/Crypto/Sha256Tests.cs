using System.Security.Cryptography;
using System.Text;

namespace SecureEsp.VirtualDevice.Tests.Crypto;

/// <summary>The firmware's SHA-256 against FIPS 180-4's examples and .NET's.</summary>
public class Sha256Tests(CryptoDevice device) : IClassFixture<CryptoDevice>
{
    [Theory]
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")]
    public void The_examples_of_NIST_come_out(string message, string hash) =>
        Assert.Equal(hash, Convert.ToHexStringLower(Hash(Encoding.ASCII.GetBytes(message), int.MaxValue)));

    [Fact]
    public void A_million_times_a_comes_out() =>
        Assert.Equal("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0", Convert.ToHexStringLower(Hash(Enumerable.Repeat((byte)'a', 1_000_000).ToArray(), 4096)));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(int.MaxValue)]
    public void Every_length_up_to_130_in_pieces_of_any_size_gives_the_hash_of_dotNET(int piece)
    {
        var random = new Random(1);
        for (var length = 0; length <= 130; length++)
        {
            var message = new byte[length];
            random.NextBytes(message);
            Assert.Equal(SHA256.HashData(message), Hash(message, piece));
        }
    }

    [Fact]
    public void Words_of_ones_and_zeros_give_the_hash_of_dotNET()
    {
        foreach (var fill in new byte[] { 0x00, 0x7f, 0x80, 0xff })
        {
            var message = Enumerable.Repeat(fill, 200).ToArray();
            Assert.Equal(SHA256.HashData(message), Hash(message, 200));
        }
    }

    private byte[] Hash(byte[] message, int piece) => device.With("Sha256", [], sha =>
    {
        var append = sha.GetType().GetMethod("Append")!.CreateDelegate<Action<byte[], int, int>>(sha);
        for (var at = 0; at < message.Length; at += Math.Min(piece, message.Length - at)) append(message, at, Math.Min(piece, message.Length - at));
        var hash = new byte[32];
        sha.GetType().GetMethod("Finish")!.CreateDelegate<Action<byte[], int>>(sha)(hash, 0);
        return hash;
    });
}
