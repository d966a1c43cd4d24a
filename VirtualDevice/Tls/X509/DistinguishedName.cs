using System.Formats.Asn1;
using System.Text;

namespace SecureEsp.VirtualDevice.Tls.X509;

/// <summary>Names of subjects and issuers, read, compared and written as mbedTLS does it (x509.c, x509_crt.c).</summary>
public static class DistinguishedName
{
    private const string CommonName = "2.5.4.3";

    private static readonly Dictionary<string, string> ShortNames = new()
    {
        [CommonName] = "CN", ["2.5.4.4"] = "SN", ["2.5.4.5"] = "serialNumber", ["2.5.4.6"] = "C", ["2.5.4.7"] = "L", ["2.5.4.8"] = "ST",
        ["2.5.4.9"] = "street", ["2.5.4.10"] = "O", ["2.5.4.11"] = "OU", ["2.5.4.12"] = "title", ["2.5.4.16"] = "postalAddress",
        ["2.5.4.17"] = "postalCode", ["2.5.4.42"] = "GN", ["2.5.4.43"] = "initials", ["2.5.4.44"] = "generationQualifier",
        ["2.5.4.46"] = "dnQualifier", ["2.5.4.65"] = "pseudonym", ["0.9.2342.19200300.100.1.1"] = "uid",
        ["0.9.2342.19200300.100.1.25"] = "DC", ["1.2.840.113549.1.9.1"] = "emailAddress",
    };

    /// <summary>The values of all common names.</summary>
    public static IEnumerable<string> CommonNames(ReadOnlyMemory<byte> name) =>
        Read(name).Where(a => a.Oid == CommonName).Select(a => Encoding.Latin1.GetString(a.Value));

    /// <summary>Same attributes in the same order; UTF8String and PrintableString values without regard to ASCII case.</summary>
    public static bool Equal(ReadOnlyMemory<byte> one, ReadOnlyMemory<byte> other) =>
        one.Span.SequenceEqual(other.Span) || Read(one).SequenceEqual(Read(other), AttributeComparer.Instance);

    /// <summary>"C=SE, O=Example, CN=name", in the certificate's order; at most 255 characters, as the firmware's buffer.</summary>
    public static string Format(ReadOnlyMemory<byte> name)
    {
        var text = new StringBuilder();
        foreach (var attribute in Read(name))
        {
            if (text.Length > 0) text.Append(attribute.IsMerged ? " + " : ", ");
            text.Append(ShortNames.GetValueOrDefault(attribute.Oid, attribute.Oid)).Append('=');
            AppendValue(text, attribute.Value);
        }
        return text.Length > 255 ? text.ToString(0, 255) : text.ToString();
    }

    // Escapes as RFC 4514, 2.4.
    private static void AppendValue(StringBuilder text, byte[] value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            var c = (char)value[i];
            var escaped = ",=+<>;\"\\".Contains(c) || (i == 0 && c is '#' or ' ') || (i == value.Length - 1 && c == ' ');
            if (escaped) text.Append('\\');
            if (c is < ' ' or > '~') text.Append('\\').Append(((int)c).ToString("X2"));
            else text.Append(c);
        }
    }

    private static List<Attribute> Read(ReadOnlyMemory<byte> name)
    {
        var attributes = new List<Attribute>();
        var names = new AsnReader(name, AsnEncodingRules.DER).ReadSequence();
        while (names.HasData)
        {
            var set = names.ReadSetOf(skipSortOrderValidation: true);
            for (var merged = false; set.HasData; merged = true)
            {
                var pair = set.ReadSequence();
                var oid = pair.ReadObjectIdentifier();
                var tag = pair.PeekTag();
                var encoded = pair.ReadEncodedValue();
                AsnDecoder.ReadEncodedValue(encoded.Span, AsnEncodingRules.DER, out var offset, out var length, out _);
                attributes.Add(new(oid, tag.TagValue, encoded.Slice(offset, length).ToArray(), merged));
            }
        }
        return attributes;
    }

    private sealed record Attribute(string Oid, int Tag, byte[] Value, bool IsMerged);

    private sealed class AttributeComparer : IEqualityComparer<Attribute>
    {
        public static readonly AttributeComparer Instance = new();

        public bool Equals(Attribute? x, Attribute? y)
        {
            if (x is null || y is null || x.Oid != y.Oid || x.IsMerged != y.IsMerged) return false;
            if (x.Tag == y.Tag && x.Value.AsSpan().SequenceEqual(y.Value)) return true;
            return IsText(x.Tag) && IsText(y.Tag) && Ascii.EqualsIgnoreCase(x.Value, y.Value);
        }

        public int GetHashCode(Attribute attribute) => attribute.Oid.GetHashCode();

        private static bool IsText(int tag) => tag is (int)UniversalTagNumber.UTF8String or (int)UniversalTagNumber.PrintableString;
    }
}
