using System.Security.Cryptography;
using System.Text;

namespace SecureEsp.VirtualDevice.Tls.X509;

/// <summary>
/// Reads certificates as mbedtls_x509_crt_parse does: PEM only where the bytes END IN 0, one or more certificates of it;
/// anything else is one certificate in DER.
/// </summary>
public static class CertificateText
{
    private const string Label = "CERTIFICATE";

    /// <returns>Those that could be read, and how many could not.</returns>
    /// <exception cref="CertificateFormatException">None could be read.</exception>
    public static (IReadOnlyList<CertificateView> Certificates, int Failed) Parse(ReadOnlySpan<byte> bytes)
    {
        if (!IsPem(bytes)) return ([new CertificateView(bytes.ToArray())], 0);

        var found = new List<CertificateView>();
        CertificateFormatException? first = null;
        var failed = 0;
        foreach (var block in Blocks(bytes))
        {
            try
            {
                found.Add(new CertificateView(block));
            }
            catch (CertificateFormatException e)
            {
                first ??= e;
                failed++;
            }
        }
        if (found.Count > 0) return (found, failed);
        throw first ?? new CertificateFormatException(MbedTlsError.X509InvalidExtensions, "no certificate in the PEM text");
    }

    /// <summary>What can be read; nothing where nothing can, as the firmware treats its CA bundle.</summary>
    public static IReadOnlyList<CertificateView> ParseWhatCanBeRead(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Parse(bytes).Certificates;
        }
        catch (CertificateFormatException)
        {
            return [];
        }
    }

    /// <summary>True where mbedTLS takes the bytes for PEM.</summary>
    public static bool IsPem(ReadOnlySpan<byte> bytes) => !bytes.IsEmpty && bytes[^1] == 0 && bytes.IndexOf("-----BEGIN CERTIFICATE-----"u8) >= 0;

    private static List<byte[]> Blocks(ReadOnlySpan<byte> bytes)
    {
        var blocks = new List<byte[]>();
        ReadOnlySpan<char> text = Encoding.Latin1.GetString(bytes[..bytes.IndexOf((byte)0)]);
        while (PemEncoding.TryFind(text, out var fields))
        {
            if (text[fields.Label] is Label) blocks.Add(Convert.FromBase64String(text[fields.Base64Data].ToString()));
            text = text[fields.Location.End..];
        }
        return blocks;
    }
}
