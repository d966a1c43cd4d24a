using System.CommandLine;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>The option that gives a device an HTTPS server of its own.</summary>
internal static class WebOption
{
    public static Option<string?> Create() => new("--web")
    {
        Description = "Give the device an HTTPS server for operators: it shows this server certificate of the PKI, and its store trusts operators alone.", HelpName = "NAME",
    };
}
