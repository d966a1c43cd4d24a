using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Broker;

/// <summary>What the broker reads from its files, checked, at one moment. Two that are equal are the same to mosquitto.</summary>
internal sealed record BrokerMaterial(string Certificate, string Key, string ClientCa, string? Crl, string Access)
{
    /// <summary>Reads the files as they are now.</summary>
    /// <exception cref="HarnessException">One is missing, unreadable or does not fit the other.</exception>
    public static BrokerMaterial Read(BrokerOptions options)
    {
        using (CertificateFile.ReadWithKey(options.Identity.Certificate, options.Identity.Key))
        {
            // Read for its checks: mosquitto would only say that it cannot load a file.
        }

        var authorities = options.ClientCaFiles.SelectMany(file => CertificateFile.ReadAll(file)).ToArray();
        var lists = options.CrlFiles.SelectMany(RevocationListFile.ReadAll).ToArray();
        if (options.ChecksRevocation)
        {
            CrlCoverage.Check(lists, authorities, DateTimeOffset.UtcNow);
        }

        return new(
            CertificateFile.ReadText(options.Identity.Certificate, "certificate"),
            CertificateFile.ReadText(options.Identity.Key, "private key"),
            CertificateFile.Pem(authorities),
            options.ChecksRevocation ? string.Concat(lists.Select(list => RevocationListFile.Pem(list))) : null,
            AccessRules.Write(options));
    }

    /// <summary>
    /// Whether a running broker can go over from one to the other and keep its connections. Not where whom it trusts is another:
    /// mosquitto reads authorities only at its start, and a connection that is up is never verified again.
    /// </summary>
    public bool TrustsTheSame(BrokerMaterial other) => ClientCa == other.ClientCa && Crl == other.Crl;
}
