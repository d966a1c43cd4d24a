using SecureEsp.ServerHarness.Broker;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>As which of the PKI's clients a command acts.</summary>
internal static class ClientChoice
{
    /// <param name="wanted">What the user asked for; null takes the PKI's first one.</param>
    /// <returns>The operator's name, and the certificate and key.</returns>
    /// <exception cref="HarnessException">The PKI has none, or none of that name.</exception>
    public static (string Name, KeyPairFiles Files) Operator(PkiLayout layout, string? wanted) =>
        Choose("operator", "alice", wanted, PkiNames.Operators(layout), layout.Operator);

    /// <inheritdoc cref="Operator"/>
    /// <returns>The device's id, and the certificate and key.</returns>
    public static (string Name, KeyPairFiles Files) Device(PkiLayout layout, string? wanted) =>
        Choose("device", "esp32-kitchen", wanted, PkiNames.Devices(layout), layout.Device);

    private static (string Name, KeyPairFiles Files) Choose(string kind, string example, string? wanted, IReadOnlyList<string> names, Func<string, KeyPairFiles> filesOf)
    {
        var name = wanted ?? (names.Count > 0 ? names[0] : throw new HarnessException($"the PKI has no {kind}", $"issue one: pki issue {kind} {example}", ExitCode.Missing));
        var files = filesOf(name);
        return File.Exists(files.Certificate)
            ? (name, files)
            : throw new HarnessException($"the PKI has no {kind} '{Text.Printable(name)}'", $"issue it: pki issue {kind} NAME", ExitCode.Missing);
    }
}
