using System.CommandLine;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Commands;

/// <summary><c>pki renew</c>: a new certificate for the same names.</summary>
internal sealed class PkiRenewCommand : HarnessCommand
{
    private readonly Option<string> _folder = SharedOptions.Folder();
    private readonly Argument<string?> _kind = PkiArguments.Kind(required: false);
    private readonly Argument<string?> _name = PkiArguments.Name(required: false);
    private readonly Option<RenewalTime?> _before = RenewalOptions.Before();
    private readonly Option<bool> _newKey = new("--new-key") { Description = "Make a new key too." };
    private readonly Option<KeyAlgorithm?> _key = PkiOptions.Key();
    private readonly Option<Lifetime?> _lifetime = PkiOptions.Lifetime("--lifetime", "the certificate");
    private readonly PassphraseOptions _passphrase = PassphraseOptions.OfAuthorities();

    public PkiRenewCommand(Terminal terminal)
        : base(terminal, "renew", "Renew one certificate now, or all that are due; names and keys stay as they are.")
    {
        Arguments.Add(_kind);
        Arguments.Add(_name);
        _name.CompletionSources.Add(NameSuggestions.Of(_kind, _folder));
        foreach (var option in new Option[] { _folder, _before, _newKey, _key, _lifetime })
        {
            Options.Add(option);
        }

        _passphrase.AddTo(this);
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("pki renew", "every certificate with less than a third of its time left; run it daily"),
        new("pki renew --before 30d", "every certificate with less than 30 days left"),
        new("pki renew server server.test", "this one, now"),
        new("pki renew device esp32-kitchen --new-key --lifetime 90d", "this one, with a new key, for 90 days"),
    ];

    protected override string Doing => "renewing";

    protected override Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var pki = PkiFolder.Open(line.GetRequiredValue(_folder), passphrase: _passphrase.ForAuthorities(line, Terminal));
        var settings = new LeafSettings { Key = line.GetValue(_key), Lifetime = line.GetValue(_lifetime) };
        var before = line.GetValue(_before) ?? RenewalTime.Default;
        IReadOnlyList<ListedCertificate>? listed = null;
        var wanted = Wanted(List, line, before).ToList();
        foreach (var (kind, name) in wanted)
        {
            cancellation.ThrowIfCancellationRequested();
            var renewed = pki.Renew(kind, name, settings, line.GetValue(_newKey));
            if (IsJson(line))
            {
                Terminal.Json(renewed);
            }
            else
            {
                IssuedReport.Write(Terminal, renewed);
            }
        }

        if (wanted.Count == 0 && !IsJson(line))
        {
            Terminal.Line($" no certificate has less than {before} left", "unchanged", "grey");
        }

        // Renewing leaves leaves the intermediate as it is.
        if (List().Any(i => i.Kind == Authorities.Intermediate && before.IsDue(i.NotBefore, i.NotAfter, DateTimeOffset.UtcNow)))
        {
            // Not by itself: it takes the root's key, which may be elsewhere.
            Terminal.Note($"the intermediate has less than {before} left: pki renew-intermediate");
        }

        return Task.FromResult(ExitCode.Ok);

        IReadOnlyList<ListedCertificate> List() => listed ??= pki.List();
    }

    private IEnumerable<(string Kind, string Name)> Wanted(Func<IReadOnlyList<ListedCertificate>> list, ParseResult line, RenewalTime before) =>
        (line.GetValue(_kind), line.GetValue(_name)) switch
        {
            ({ } kind, { } name) => [(kind, name)],
            ({ } kind, null) => throw new HarnessException($"which {kind}?", $"name it: pki renew {kind} NAME", ExitCode.Usage),
            _ => list().Where(i => i.IsLeaf && i.State is CertificateState.Valid or CertificateState.Expired && before.IsDue(i.NotBefore, i.NotAfter, DateTimeOffset.UtcNow))
                .Select(i => (i.Kind, i.Name)),
        };
}
