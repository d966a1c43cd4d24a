using System.Formats.Asn1;
using System.Net;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>Reads a subjectAltName extension (RFC 5280, 4.2.1.6).</summary>
internal static class AlternativeName
{
    /// <summary>The extension's object identifier.</summary>
    public const string Extension = "2.5.29.17";

    /// <summary>The names in their order, each with openssl's prefix.</summary>
    /// <exception cref="AsnContentException">The extension is damaged.</exception>
    public static IReadOnlyList<string> Read(byte[] encoded)
    {
        var names = new AsnReader(encoded, AsnEncodingRules.DER).ReadSequence();
        var read = new List<string>();
        while (names.HasData)
        {
            read.Add(ReadOne(names));
        }

        return read;
    }

    private static string ReadOne(AsnReader names)
    {
        var tag = names.PeekTag();
        return tag.TagValue switch
        {
            1 => "email:" + Ia5(names, tag),
            2 => "DNS:" + Ia5(names, tag),
            6 => "URI:" + Ia5(names, tag),
            7 => "IP:" + Address(names.ReadOctetString(tag)),
            _ => $"other:{Convert.ToHexString(names.ReadEncodedValue().Span)}",
        };
    }

    private static string Ia5(AsnReader names, Asn1Tag tag) => Text.Printable(names.ReadCharacterString(UniversalTagNumber.IA5String, tag));

    private static string Address(byte[] bytes) =>
        bytes.Length is 4 or 16 ? new IPAddress(bytes).ToString() : $"({bytes.Length} bytes)";
}
