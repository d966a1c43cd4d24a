using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>Tells people what was made: names, files, fingerprint, expiry.</summary>
internal static class IssuedReport
{
    public static void Write(Terminal terminal, Issued issued)
    {
        var (word, style) = issued.Outcome switch
        {
            IssueOutcome.Created => ("created", "green"),
            IssueOutcome.Replaced => ("replaced", "yellow"),
            IssueOutcome.Renewed => ("renewed", "green"),
            _ => ("unchanged", "grey"),
        };
        terminal.Line($" {issued.Kind} {issued.Name}", word, style);
        if (issued.Names.Count > 0)
        {
            terminal.Line($"  names        {string.Join(", ", issued.Names)}");
        }

        terminal.Line($"  certificate  {issued.CertificateFile}");
        terminal.Line($"  key          {issued.KeyFile} ({Key(issued)})");
        terminal.Line($"  SHA-256      {issued.Fingerprint}");
        terminal.Line($"  expires      {issued.NotAfter:yyyy-MM-dd HH:mm:ss} UTC");
    }

    private static string Key(Issued issued) => issued.KeyEncrypted switch
    {
        true => $"{issued.KeyAlgorithm}, encrypted",
        false => $"{issued.KeyAlgorithm}, not encrypted",
        null => $"{issued.KeyAlgorithm}, not here",
    };
}
