using System.CommandLine;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Pki.Inspection;

namespace SecureEsp.ServerHarness.Commands;

/// <summary><c>pki inspect</c>: what a file holds, or a server sends.</summary>
internal sealed class PkiInspectCommand : CertificateCommand
{
    private readonly Option<string?> _save = new("--save") { Description = "Write the chain to this file as PEM.", HelpName = "FILE" };

    public PkiInspectCommand(Terminal terminal)
        : base(terminal, "inspect", "Show the certificates of a file, or those that a server sends, trusted or not.") => Options.Add(_save);

    public override IReadOnlyList<Example> Examples =>
    [
        new("pki inspect Certificates/out/devices/esp32-kitchen/client.cert.pem", "names, purposes, expiry of each certificate in the file"),
        new("pki inspect localhost:8443 --save shown.pem", "the chain that the running 'serve' sends, and a copy of it"),
    ];

    protected override int Run(ParseResult line, ShownChain shown)
    {
        if (line.GetValue(_save) is { } file)
        {
            CertificateFile.WriteCertificates(Path.GetFullPath(file), [.. shown.Certificates]);
        }

        var all = shown.Certificates.Select(CertificateDescription.Of).ToList();
        if (IsJson(line))
        {
            Terminal.Json(new { shown.Origin, shown.Protocol, certificates = all });
            return ExitCode.Ok;
        }

        if (shown.Protocol is not null)
        {
            Terminal.Line($" {shown.Protocol}", shown.Origin);
        }

        for (var i = 0; i < all.Count; i++)
        {
            Write(i, all[i]);
        }

        return ExitCode.Ok;
    }

    private void Write(int position, CertificateDescription it)
    {
        Terminal.Line($" {(it.Subject.Length > 0 ? it.Subject : "(no subject)")}", position.ToString());
        Terminal.Line($"  issuer       {it.Issuer}");
        Terminal.Line($"  serial       {it.Serial}");
        Terminal.Line($"  valid        {it.NotBefore:yyyy-MM-dd HH:mm:ss} to {it.NotAfter:yyyy-MM-dd HH:mm:ss} UTC ({Left(it.NotAfter)})");
        if (it.Names.Count > 0)
        {
            Terminal.Line($"  names        {string.Join(", ", it.Names)}");
        }

        var limit = it.PathLength is { } length ? $", path length {length}" : "";
        Terminal.Line($"  key          {it.Key}, signed with {it.Signature}");
        Terminal.Line($"  may          {string.Join(", ", it.KeyUsage.Concat(it.ExtendedKeyUsage))}{(it.CertificateAuthority ? $" (authority{limit})" : "")}");
        Terminal.Line($"  SHA-256      {it.Fingerprint}");
    }

    private static string Left(DateTimeOffset until)
    {
        var days = (int)Math.Floor((until - DateTimeOffset.UtcNow).TotalDays);
        return days >= 0 ? $"{days} days left" : "expired";
    }
}
