using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>What a server may be called in a certificate: a host name, a wildcard below one, or an IP address.</summary>
internal static partial class ServerName
{
    private const int HostNameLimit = 253;

    /// <summary>The name in the one form that is compared and stored: lower case, addresses shortest.</summary>
    /// <exception cref="HarnessException">It can be none of them.</exception>
    public static string Normalize(string name)
    {
        if (IsAddress(name, out var address))
        {
            return address.ToString();
        }

        var host = name.StartsWith("*.", StringComparison.Ordinal) ? name[2..] : name;
        if (!IsHostName(host) || AllNumeric().IsMatch(host) || (host.Length != name.Length && !host.Contains('.')))
        {
            throw new HarnessException(
                $"'{Text.Printable(name)}' is neither a host name nor an IP address",
                "use letters, digits, hyphens and dots (an international name in its xn-- form), or a literal such as 192.168.1.175",
                ExitCode.Usage);
        }

        return name.ToLowerInvariant();
    }

    /// <summary>Whether it obeys RFC 1123: labels of 1 to 63 letters, digits and inner hyphens, 253 characters in all.</summary>
    public static bool IsHostName(string name) => name.Length <= HostNameLimit && HostName().IsMatch(name);

    // IPAddress.Parse also takes "1" and "127.1": only the full forms are meant here.
    private static bool IsAddress(string name, out IPAddress address) =>
        IPAddress.TryParse(name, out address!)
        && (address.AddressFamily == AddressFamily.InterNetworkV6
            ? !name.Contains('%') && !name.Contains('[')
            : address.ToString() == name);

    [GeneratedRegex(@"\A(?!-)[A-Za-z0-9-]{1,63}(?<!-)(\.(?!-)[A-Za-z0-9-]{1,63}(?<!-))*\z")]
    private static partial Regex HostName();

    // A last label of digits only is read as part of an address by every resolver.
    [GeneratedRegex(@"(\A|\.)[0-9]+\z")]
    private static partial Regex AllNumeric();
}
