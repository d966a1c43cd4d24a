using System.Diagnostics;
using System.Security.Cryptography;

namespace SecureEsp.VirtualDevice.Tests.Crypto;

/// <summary>The firmware's verification of signatures that .NET and openssl make.</summary>
public class EcdsaP256Tests(CryptoDevice device) : IClassFixture<CryptoDevice>
{
    private const int Keys = 3;

    [Fact]
    public void Signatures_of_dotNET_hold_and_no_longer_with_a_bit_changed()
    {
        for (var i = 0; i < Keys; i++)
        {
            using var signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var key = PublicKey(signer);
            var hash = RandomNumberGenerator.GetBytes(32);
            var signature = signer.SignHash(hash, DSASignatureFormat.Rfc3279DerSequence);
            Assert.True(Verify(key, hash, signature));
            Assert.False(Verify(key, Flipped(hash), signature));
            Assert.False(Verify(key, hash, Flipped(signature)));
            Assert.False(Verify(Flipped(key), hash, signature));
            using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            Assert.False(Verify(PublicKey(other), hash, signature));
        }
    }

    [Fact]
    public void What_openssl_signs_holds_and_openssl_takes_what_dotNET_signs()
    {
        var folder = Directory.CreateTempSubdirectory("openssl-");
        try
        {
            string In(string name) => Path.Combine(folder.FullName, name);
            OpenSsl("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", In("key.pem"));
            using var signer = ECDsa.Create();
            signer.ImportFromPem(File.ReadAllText(In("key.pem")));
            File.WriteAllText(In("public.pem"), signer.ExportSubjectPublicKeyInfoPem());
            for (var i = 0; i < 4; i++)
            {
                var message = RandomNumberGenerator.GetBytes(100 * i);
                File.WriteAllBytes(In("message"), message);
                OpenSsl("dgst", "-sha256", "-sign", In("key.pem"), "-out", In("signature"), In("message"));
                Assert.True(Verify(PublicKey(signer), SHA256.HashData(message), File.ReadAllBytes(In("signature"))));
                File.WriteAllBytes(In("signature"), signer.SignData(message, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
                OpenSsl("dgst", "-sha256", "-verify", In("public.pem"), "-signature", In("signature"), In("message"));
                Assert.True(Verify(PublicKey(signer), SHA256.HashData(message), File.ReadAllBytes(In("signature"))));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void OpenSsl(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("openssl", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(1)), "openssl did not end");
        Assert.True(process.ExitCode == 0, output.Result + errors.Result);
    }

    private static byte[] PublicKey(ECDsa key)
    {
        var point = key.ExportParameters(false).Q;
        return [4, .. point.X!, .. point.Y!];
    }

    private static byte[] Flipped(byte[] bytes)
    {
        var flipped = (byte[])bytes.Clone();
        flipped[Random.Shared.Next(flipped.Length)] ^= (byte)(1 << Random.Shared.Next(8));
        return flipped;
    }

    private bool Verify(byte[] key, byte[] hash, byte[] signature) =>
        device.Call<VerifySignature, bool>("EcdsaP256", "Verify", verify => verify(key, hash, signature, 0, signature.Length));
}

/// <summary>The firmware's method.</summary>
public delegate bool VerifySignature(byte[] publicKey65, byte[] hash32, byte[] derSignature, int offset, int length);
