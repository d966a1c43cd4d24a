using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>Which of the PKI's server certificates a command uses.</summary>
internal static class ServerChoice
{
    /// <param name="name">What the user asked for; null takes the only one.</param>
    public static string Choose(PkiFolder pki, string? name)
    {
        if (name is not null)
        {
            return SubjectNames.OfServer([name]).CommonName;
        }

        // A run that was killed may have left an empty folder.
        var folders = Directory.Exists(pki.Layout.Servers) ? Directory.GetDirectories(pki.Layout.Servers) : [];
        var servers = folders.Where(f => File.Exists(Path.Combine(f, "server.cert.pem"))).ToArray();
        return servers switch
        {
            [var one] => Path.GetFileName(one),
            [] => throw new HarnessException(
                $"there is no server certificate in {pki.Layout.Servers}",
                "issue one: pki issue server localhost 127.0.0.1", ExitCode.Missing),
            _ => throw new HarnessException(
                $"{pki.Layout.Servers} has several certificates: {string.Join(", ", servers.Select(Path.GetFileName).Order())}",
                "choose one with --name", ExitCode.Usage),
        };
    }
}
