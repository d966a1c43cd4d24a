using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>The common name and the subject alternative names that a leaf is issued for.</summary>
public sealed class SubjectNames
{
    // X.520, upper bound of a common name.
    private const int CommonNameLimit = 64;

    private SubjectNames(string commonName, IReadOnlyList<string> alternatives, X509Extension extension)
    {
        CommonName = commonName;
        Alternatives = alternatives;
        Extension = extension;
    }

    /// <summary>What the certificate is filed under and, where it is short enough, its subject's CN.</summary>
    public string CommonName { get; }

    /// <summary>As openssl writes them: <c>DNS:server.test</c>, <c>IP:127.0.0.1</c>, <c>URI:urn:…</c>.</summary>
    public IReadOnlyList<string> Alternatives { get; }

    internal X509Extension Extension { get; }

    internal X500DistinguishedName Subject
    {
        get
        {
            var builder = new X500DistinguishedNameBuilder();
            if (CommonName.Length <= CommonNameLimit)
            {
                builder.AddCommonName(CommonName);
            }

            return builder.Build();
        }
    }

    /// <summary>Names of a server: an IP literal becomes an iPAddress, everything else a dNSName.</summary>
    public static SubjectNames OfServer(IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            throw new HarnessException(
                "a server certificate needs at least one name", "give the names and addresses it is reached by", ExitCode.Usage);
        }

        var builder = new SubjectAlternativeNameBuilder();
        var alternatives = new List<string>();
        var first = ServerName.Normalize(names[0]);

        // In one order, so that the same names make the same certificate.
        var others = names.Skip(1).Select(ServerName.Normalize).Where(name => name != first).Distinct()
            .OrderBy(name => IPAddress.TryParse(name, out _)).ThenBy(name => name, StringComparer.Ordinal);
        foreach (var name in others.Prepend(first))
        {
            if (IPAddress.TryParse(name, out var address))
            {
                builder.AddIpAddress(address);
                alternatives.Add($"IP:{address}");
            }
            else
            {
                builder.AddDnsName(name);
                alternatives.Add($"DNS:{name}");
            }
        }

        return new(first, alternatives, builder.Build());
    }

    /// <summary>The name of a device or an operator: a dNSName where the id could be one, else a URN.</summary>
    /// <param name="kind"><c>device</c> or <c>operator</c>.</param>
    /// <param name="constraints">What its authority may sign names for: an id outside of that becomes a URN.</param>
    public static SubjectNames OfClient(string kind, string id, NameConstraints? constraints = null)
    {
        ClientId.Check(kind, id);
        var builder = new SubjectAlternativeNameBuilder();
        if (constraints?.PermitsDns(id) == false && id.Contains('.'))
        {
            // Verifiers take a common name with a dot for a DNS name, and check it against the constraints.
            throw new HarnessException(
                $"{kind} id '{id}' looks like a DNS name outside of what the intermediate may sign: {string.Join(", ", constraints.Permitted)}",
                "use an id without a dot", ExitCode.Usage);
        }

        if (ServerName.IsHostName(id) && constraints?.PermitsDns(id) != false)
        {
            builder.AddDnsName(id);
            return new(id, [$"DNS:{id}"], builder.Build());
        }

        var urn = new Uri($"urn:secureesp:{kind}:{Uri.EscapeDataString(id)}");
        builder.AddUri(urn);
        return new(id, [$"URI:{urn}"], builder.Build());
    }
}
