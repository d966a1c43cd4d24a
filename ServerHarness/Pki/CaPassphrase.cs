namespace SecureEsp.ServerHarness.Pki;

/// <summary>The passphrase of the authorities' keys, asked for when the first key needs it and then remembered.</summary>
/// <param name="ask">Returns it, or null if there is none. It may prompt.</param>
public sealed class CaPassphrase(Func<string?> ask)
{
    private readonly Lazy<string?> _value = new(() => ask() is { Length: > 0 } given ? given : null);

    /// <summary>No passphrase: new keys stay unencrypted.</summary>
    public static CaPassphrase None { get; } = new(() => null);

    /// <summary>The passphrase, or null.</summary>
    public string? Value => _value.Value;

    /// <summary>The passphrase for an encrypted key.</summary>
    /// <exception cref="HarnessException">There is none.</exception>
    public string For(string keyPath) => Value ?? throw new HarnessException(
        $"{keyPath} is encrypted, and no passphrase was given",
        "set SECUREESP_CA_PASSPHRASE, name a file with --passphrase-file, or run it in a terminal to be asked",
        ExitCode.Missing);
}
