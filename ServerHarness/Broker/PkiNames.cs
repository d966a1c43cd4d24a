using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Broker;

/// <summary>Whom a PKI knows, by the folders that it has made for them.</summary>
internal static class PkiNames
{
    public static IReadOnlyList<string> Operators(PkiLayout layout) => Below(name => layout.Operator(name));

    public static IReadOnlyList<string> Devices(PkiLayout layout) => Below(name => layout.Device(name));

    private static IReadOnlyList<string> Below(Func<string, KeyPairFiles> files)
    {
        var parent = Path.GetDirectoryName(Path.GetDirectoryName(files("any").Certificate))!;
        return !Directory.Exists(parent)
            ? []
            : [.. Directory.GetDirectories(parent).Select(path => Path.GetFileName(path)!)
                .Where(name => File.Exists(files(name).Certificate)).Order(StringComparer.Ordinal)];
    }
}
