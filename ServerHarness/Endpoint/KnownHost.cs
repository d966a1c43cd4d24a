using System.Net;

namespace SecureEsp.ServerHarness.Endpoint;

/// <summary>A Host header is the client's word: only a name that our certificate proves is repeated, so nobody is sent elsewhere.</summary>
internal static class KnownHost
{
    /// <param name="asked">The Host header's host.</param>
    /// <param name="names">The names that the server's certificate is for.</param>
    public static string Of(string asked, IReadOnlyList<string> names)
    {
        var host = names.FirstOrDefault(n => n.Equals(asked.Trim('[', ']'), StringComparison.OrdinalIgnoreCase))
            ?? names.FirstOrDefault(n => !n.StartsWith('*'))
            ?? "localhost";
        return IPAddress.TryParse(host, out var address) && host.Contains(':') ? $"[{address}]" : host;
    }
}
