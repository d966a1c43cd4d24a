using System.Runtime.InteropServices;
using System.Security.Cryptography;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Endpoint;

/// <summary>
/// Settings that .NET has no door to: the groups for key exchange, and that no TLS 1.3 ticket is sent, which nobody could use here
/// and which costs about a fifth of a new connection. The cipher suites stand here too, since with a policy of its own .NET makes
/// a new OpenSSL context for every connection. OpenSSL reads all this from a configuration (config(5), section
/// ssl_conf, system_default); it is loaded into the library that .NET itself uses. It holds for the whole process, and for
/// connections of listeners that start afterwards.
/// </summary>
internal static class OpenSslSettings
{
    private const string Library = "libcrypto.so.3";
    private const long Version3 = 0x3000_0000;

    /// <summary>Sets them for this process.</summary>
    /// <param name="groups">OpenSSL's names in order of preference.</param>
    /// <returns>Null, or why they cannot be set on this system.</returns>
    public static string? Apply(IReadOnlyList<string> groups)
    {
        if (!OperatingSystem.IsLinux())
        {
            return "the system's own TLS decides on the curves, not OpenSSL";
        }

        try
        {
            // Asking for the version makes .NET load and set up OpenSSL: what is set before would be overwritten.
            return SafeEvpPKeyHandle.OpenSslVersion < Version3 ? ".NET uses an OpenSSL older than 3.0" : Load(groups);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return $"{Library} cannot be loaded: {e.Message}";
        }
    }

    private static string? Load(IReadOnlyList<string> groups)
    {
        var file = Path.Combine(Path.GetTempPath(), $"secureesp-{Path.GetRandomFileName()}.cnf");
        try
        {
            AtomicFile.Write(file, Configuration(groups), AtomicFile.Secret);
            return CONF_modules_load_file(file, null, 0) > 0 ? null : "OpenSSL refuses the configuration";
        }
        finally
        {
            File.Delete(file);
        }
    }

    // Debian's floor of TLS 1.2 stays; which versions an endpoint takes is decided per connection.
    private static string Configuration(IReadOnlyList<string> groups) =>
        $"""
        openssl_conf = secureesp
        [secureesp]
        ssl_conf = tls
        [tls]
        system_default = everywhere
        [everywhere]
        MinProtocol = TLSv1.2
        Ciphersuites = TLS_AES_256_GCM_SHA384:TLS_AES_128_GCM_SHA256
        Groups = {string.Join(':', groups)}
        NumTickets = 0

        """;

    // CONF_modules_load_file(3): 1 and above is success.
    [DllImport(Library, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int CONF_modules_load_file(string filename, string? appname, uint flags);
}
