using System.Net.Sockets;

namespace SecureEsp.ServerHarness.Endpoint;

/// <summary>Puts into words why the endpoint's ports could not be had.</summary>
internal static class ListenFailure
{
    public static HarnessException Describe(EndpointOptions options, Exception e)
    {
        var ports = options.HttpPort is { } http ? $"ports {options.HttpsPort} and {http}" : $"port {options.HttpsPort}";
        var error = (e.GetBaseException() as SocketException)?.SocketErrorCode;
        var (reason, remedy) = error switch
        {
            SocketError.AccessDenied => ("ports below 1024 are for root", "choose higher ones with --https-port and --http-port"),
            SocketError.AddressNotAvailable =>
                ("this machine does not have the address", "name one of its own with --bind, or 0.0.0.0 for all"),
            _ when e.Message.Contains("in use", StringComparison.Ordinal) =>
                (e.Message, "stop the other program, or choose others with --https-port and --http-port (0 picks a free one)"),
            _ => (e.Message, "check --bind, --https-port and --http-port"),
        };
        return new($"cannot listen on {options.Address}, {ports}: {reason.TrimEnd('.')}", remedy, ExitCode.Missing, e);
    }
}
