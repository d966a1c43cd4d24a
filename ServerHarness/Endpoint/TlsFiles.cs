using SecureEsp.ServerHarness.Endpoint.Clients;

namespace SecureEsp.ServerHarness.Endpoint;

/// <summary>
/// The files behind TLS, read at the start and again when they have changed. A new file that cannot be used is told, and the old
/// one stays in force; what a bad file belongs to never holds up the others.
/// </summary>
internal sealed class TlsFiles : IDisposable
{
    private readonly EndpointOptions _options;
    private readonly Action<Reload> _told;
    private readonly Lock _turn = new();
    private readonly FileWatch _watch;
    private FileStamps _identityStamps;
    private FileStamps _trustStamps;
    private volatile TlsMaterial? _current;
    private bool _ended;

    /// <exception cref="HarnessException">A file cannot be used.</exception>
    public TlsFiles(EndpointOptions options, Action<Reload> told)
    {
        _options = options;
        _told = told;
        _identityStamps = FileStamps.Of(IdentityFiles);
        _trustStamps = FileStamps.Of(TrustFiles);
        _current = new(new(options.Identity), LoadTrust());
        _watch = new([.. IdentityFiles, .. TrustFiles], options.ReloadInterval, () => Refresh(evenUnchanged: false));
    }

    /// <summary>What new handshakes use. What it replaces is left to the garbage collector: connections may still use it.</summary>
    public TlsMaterial Current => _current!;

    private string[] IdentityFiles => [_options.Identity.Certificate, _options.Identity.Key];

    private string[] TrustFiles => _options.RevocationFile is { } lists ? [_options.ClientCaFile, lists] : [_options.ClientCaFile];

    /// <summary>Reads what has changed since it was read last.</summary>
    /// <param name="evenUnchanged">Reads everything: somebody has asked for it.</param>
    public void Refresh(bool evenUnchanged)
    {
        lock (_turn)
        {
            if (_ended)
            {
                return;
            }

            var identityStamps = FileStamps.Of(IdentityFiles);
            var trustStamps = FileStamps.Of(TrustFiles);
            var newIdentity = evenUnchanged || !identityStamps.Equals(_identityStamps);
            var newTrust = evenUnchanged || !trustStamps.Equals(_trustStamps);
            (_identityStamps, _trustStamps) = (identityStamps, trustStamps);
            if (newIdentity)
            {
                Replace("server certificate", IdentityFiles, () => new(LoadIdentity(), Current.Trust));
            }

            if (newTrust)
            {
                Replace("client authorities", TrustFiles, () => new(Current.Identity, LoadTrust()));
            }
        }
    }

    public void Dispose()
    {
        _watch.Dispose();
        lock (_turn)
        {
            _ended = true;
            Current.Identity.Dispose();
            Current.Trust.Dispose();
        }
    }

    private void Replace(string what, string[] files, Func<TlsMaterial> load)
    {
        string? failure = null;
        try
        {
            _current = load();
        }
        catch (Exception e)
        {
            // On a timer's thread, and whatever is in the files: a renewal that fails is told, and never ends the endpoint.
            failure = e.Message;
        }

        _told(new(_options.Clock.GetUtcNow(), what, files, failure));
    }

    private ServerIdentity LoadIdentity()
    {
        var identity = new ServerIdentity(_options.Identity);
        var now = _options.Clock.GetUtcNow();
        return now >= identity.NotBefore && now <= identity.NotAfter
            ? identity
            : throw new HarnessException(
                $"{_options.Identity.Certificate} is valid from {identity.NotBefore:u} to {identity.NotAfter:u} only", "issue it again");
    }

    // The PKI makes its first list with the first revocation: one that nobody has asked for may be missing until then. Once there
    // was one, its loss must not let the revoked in again.
    private ClientTrust LoadTrust()
    {
        var needed = _options.RevocationFileRequired || _current?.Trust.Revocations is not null;
        return ClientTrust.Load(
            _options.ClientCaFile, _options.RevocationFile is { } file && (needed || File.Exists(file)) ? file : null);
    }
}

/// <summary>An attempt to take over files that have changed.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="What">What the files are for.</param>
/// <param name="Files">The files.</param>
/// <param name="Failure">Why the old ones stay in force; null where the new ones are.</param>
public sealed record Reload(DateTimeOffset At, string What, IReadOnlyList<string> Files, string? Failure)
{
    /// <summary>The log line.</summary>
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{At:yyyy-MM-ddTHH:mm:ssZ} {(Failure is null ? $"{What} reloaded" : $"{What} NOT reloaded, the old one stays: {Text.Printable(Failure)}")}");
}
