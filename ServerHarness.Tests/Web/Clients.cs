using System.Net;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.Web;

/// <summary>Programs of the machine that ask a device for its page.</summary>
internal static class Clients
{
    private const string Request = "GET / HTTP/1.1\r\nHost: esp.test\r\nConnection: close\r\n\r\n";

    private static readonly Lazy<string> LenientConfiguration = new(static () =>
    {
        var path = Path.Combine(Path.GetTempPath(), $"secureesp-test-{Environment.ProcessId}-openssl.cnf");
        File.WriteAllText(path, $"openssl_conf = a\n[a]\nssl_conf = b\n[b]\nsystem_default = c\n[c]\nCipherString = {Lenient}\n");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(path);
        return path;
    });

    // Their own check of what they show would refuse a certificate signed with SHA-1 before it is sent.
    private const string Lenient = "DEFAULT:@SECLEVEL=0";

    /// <param name="program">curl, openssl or gnutls.</param>
    /// <param name="ca">Whom the program trusts; null: whom the machine trusts.</param>
    /// <param name="name">The name that it expects of the device.</param>
    /// <param name="shown">What it shows; null for nothing.</param>
    public static Task<ToolResult> Ask(string program, IPEndPoint device, string? ca, string name, KeyPairFiles? shown) => program switch
    {
        "curl" => Curl(device, ca, name, shown),
        "openssl" => Openssl(device, ca, name, shown),
        "gnutls" => Gnutls(device, ca, name, shown),
        _ => throw new ArgumentOutOfRangeException(nameof(program), program, "no such program"),
    };

    /// <summary>curl with further arguments; a path, which comes last, is asked of the device.</summary>
    public static Task<ToolResult> Curl(IPEndPoint device, string? ca, string name, KeyPairFiles? shown, params string[] arguments) => Tool.Run("env",
    [
        $"OPENSSL_CONF={LenientConfiguration.Value}", "curl", "-sS", "--max-time", "30", "--resolve", $"{name}:{device.Port}:{device.Address}",
        .. Option("--cacert", ca), .. Option("--cert", shown?.Certificate), .. Option("--key", shown?.Key),
        .. arguments.SkipLast(1), $"https://{name}:{device.Port}{arguments.LastOrDefault("/")}",
    ]);

    private static Task<ToolResult> Openssl(IPEndPoint device, string? ca, string name, KeyPairFiles? shown) => Tool.RunWithInput(Request, "openssl",
    [
        "s_client", "-connect", $"{device}", "-servername", name, "-verify_hostname", name, "-verify_return_error", "-ign_eof", "-cipher", Lenient,
        .. Option("-CAfile", ca), .. Option("-cert", shown?.Certificate), .. Option("-key", shown?.Key),
    ]);

    // At the end of its input it would go, with or without an answer.
    private static async Task<ToolResult> Gnutls(IPEndPoint device, string? ca, string name, KeyPairFiles? shown)
    {
        await using var client = Tool.Start("gnutls-cli",
        [
            "--port", $"{device.Port}", "--sni-hostname", name, "--verify-hostname", name, "--priority", "NORMAL:+SIGN-ECDSA-SHA1:%VERIFY_ALLOW_SIGN_WITH_SHA1",
            .. Option("--x509cafile", ca), .. Option("--x509certfile", shown?.Certificate), .. Option("--x509keyfile", shown?.Key), $"{device.Address}",
        ]);
        try
        {
            await client.Type(Request);
        }
        catch (IOException)
        {
            // It has ended already: its words say why.
        }

        return await client.End();
    }

    private static string[] Option(string name, string? value) => value is null ? [] : [name, value];
}
