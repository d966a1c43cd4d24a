using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki.Inspection;

/// <summary>The few public roots that a device needs for some hosts, instead of the hundred that a system trusts.</summary>
public static class RootBundle
{
    /// <summary>The root under which a host's certificate is good.</summary>
    /// <param name="roots">Who may be trusted; null takes the system's store.</param>
    /// <exception cref="HarnessException">It cannot be reached, is for another name, or leads to no trusted root.</exception>
    public static async Task<X509Certificate2> RootOfAsync(
        string host, int port, X509Certificate2Collection? roots, CancellationToken cancellation)
    {
        var shown = await RemoteChain.FetchAsync(host, port, host, cancellation);
        using var chain = new X509Chain { ChainPolicy = Policy(shown, roots) };
        if (!chain.Build(shown.First))
        {
            throw Untrusted(host, port, CertificateChain.Words(chain.ChainStatus));
        }

        return shown.First.MatchesHostname(host, allowCommonName: false)
            ? X509CertificateLoader.LoadCertificate(chain.ChainElements[^1].Certificate.RawData)
            : throw Untrusted(host, port, $"its certificate is for {string.Join(", ", shown.First.AlternativeNames())}");
    }

    private static X509ChainPolicy Policy(ShownChain shown, X509Certificate2Collection? roots)
    {
        if (roots is not null)
        {
            var own = CertificateChain.Policy(roots, Purposes.ServerAuthentication);
            own.ExtraStore.AddRange(shown.Certificates);
            return own;
        }

        // Only with what the server sends: a board downloads no missing intermediate either.
        var system = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true };
        system.ApplicationPolicy.Add(new(Purposes.ServerAuthentication));
        system.ExtraStore.AddRange(shown.Certificates);
        return system;
    }

    private static HarnessException Untrusted(string host, int port, string reason) => new(
        $"{host}:{port} is not trusted: {reason}", "for a private authority name its root with --roots FILE");
}
