using System.Formats.Asn1;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>
/// What an authority may sign names for (RFC 5280, 4.2.1.10): DNS names below some domains, addresses within some networks.
/// A kind of name without an entry is unlimited. The RFC wants the extension critical; it is not here, because mbedTLS on
/// the board refuses certificates with a critical extension that it does not know, and it does not know this one.
/// </summary>
public sealed class NameConstraints
{
    internal const string Extension = "2.5.29.30";

    private const int DnsTag = 2;
    private const int AddressTag = 7;

    private readonly IReadOnlyList<string> _domains;
    private readonly IReadOnlyList<IPNetwork> _networks;

    /// <param name="domains">Domains such as <c>home.test</c>: that name and all below it.</param>
    /// <param name="networks">Networks such as <c>192.168.1.0/24</c>.</param>
    /// <exception cref="HarnessException">A domain can be none.</exception>
    public NameConstraints(IEnumerable<string> domains, IEnumerable<IPNetwork> networks)
    {
        _domains = [.. domains.Select(d => ServerName.IsHostName(d) ? d.ToLowerInvariant() : throw NoDomain(d))];
        _networks = [.. networks];
    }

    /// <summary>As openssl writes them: <c>DNS:home.test</c>, <c>IP:192.168.1.0/24</c>.</summary>
    public IReadOnlyList<string> Permitted => [.. _domains.Select(d => "DNS:" + d), .. _networks.Select(n => "IP:" + n)];

    /// <summary>Reads a certificate's constraints; null where it has none.</summary>
    internal static NameConstraints? Of(X509Certificate2 authority)
    {
        if (authority.Extensions[Extension] is not { } extension)
        {
            return null;
        }

        var domains = new List<string>();
        var networks = new List<IPNetwork>();
        var permitted = new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadSequence().ReadSequence(Context(0));
        while (permitted.HasData)
        {
            var subtree = permitted.ReadSequence();
            if (subtree.PeekTag().TagValue == DnsTag)
            {
                domains.Add(subtree.ReadCharacterString(UniversalTagNumber.IA5String, Context(DnsTag)));
            }
            else
            {
                networks.Add(Network(subtree.ReadOctetString(Context(AddressTag))));
            }
        }

        return new(domains, networks);
    }

    /// <summary>Whether a DNS name may be signed; a wildcard counts as the names it stands for.</summary>
    internal bool PermitsDns(string name) =>
        _domains.Count == 0 || _domains.Any(d => Below(name.ToLowerInvariant(), d));

    /// <summary>Whether an alternative name, with openssl's prefix, may be signed.</summary>
    internal bool Permits(string alternative) => alternative.Split(':', 2) switch
    {
        ["DNS", var name] => PermitsDns(name),
        ["IP", var address] => _networks.Count == 0 || _networks.Any(n => n.Contains(IPAddress.Parse(address))),
        _ => true,
    };

    internal X509Extension Encode()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence(Context(0)))
        {
            foreach (var domain in _domains)
            {
                using (writer.PushSequence())
                {
                    writer.WriteCharacterString(UniversalTagNumber.IA5String, domain, Context(DnsTag));
                }
            }

            foreach (var network in _networks)
            {
                using (writer.PushSequence())
                {
                    writer.WriteOctetString([.. network.BaseAddress.GetAddressBytes(), .. Mask(network)], Context(AddressTag));
                }
            }
        }

        return new(Extension, writer.Encode(), critical: false);
    }

    private static bool Below(string name, string domain) =>
        name == domain || name.EndsWith("." + domain, StringComparison.Ordinal);

    private static Asn1Tag Context(int tag) => new(TagClass.ContextSpecific, tag);

    private static byte[] Mask(IPNetwork network)
    {
        var mask = new byte[network.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? 4 : 16];
        for (var bit = 0; bit < network.PrefixLength; bit++)
        {
            mask[bit / 8] |= (byte)(0x80 >> (bit % 8));
        }

        return mask;
    }

    private static IPNetwork Network(byte[] addressAndMask)
    {
        var half = addressAndMask.Length / 2;
        var bits = addressAndMask.Skip(half).Sum(b => System.Numerics.BitOperations.PopCount(b));
        return new(new IPAddress(addressAndMask.AsSpan(0, half)), bits);
    }

    private static HarnessException NoDomain(string text) => new(
        $"'{Text.Printable(text)}' is no domain that names could be limited to", "use a domain such as home.test", ExitCode.Usage);
}
