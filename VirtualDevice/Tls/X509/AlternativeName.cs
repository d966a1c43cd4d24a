using System.Formats.Asn1;
using System.Text;

namespace SecureEsp.VirtualDevice.Tls.X509;

/// <summary>One entry of a subjectAltName (RFC 5280, 4.2.1.6).</summary>
/// <param name="Kind">The tag: 2 dNSName, 6 URI, 7 iPAddress.</param>
/// <param name="Value">The contents.</param>
public sealed record AlternativeName(int Kind, byte[] Value)
{
    public const int Dns = 2;
    public const int Uri = 6;
    public const int IpAddress = 7;

    public string Text => Encoding.Latin1.GetString(Value);

    internal static IReadOnlyList<AlternativeName> ParseAll(byte[] extension)
    {
        var names = new List<AlternativeName>();
        try
        {
            var sequence = new AsnReader(extension, AsnEncodingRules.DER).ReadSequence();
            while (sequence.HasData)
            {
                var tag = sequence.PeekTag();
                var encoded = sequence.ReadEncodedValue();
                AsnDecoder.ReadEncodedValue(encoded.Span, AsnEncodingRules.DER, out var offset, out var length, out _);
                names.Add(new(tag.TagValue, encoded.Slice(offset, length).ToArray()));
            }
        }
        catch (AsnContentException e)
        {
            throw new CertificateFormatException(MbedTlsError.X509InvalidExtensions, $"subjectAltName: {e.Message}");
        }
        return names;
    }
}
