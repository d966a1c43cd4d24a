using System.Net.Sockets;
using SecureEsp.VirtualDevice.Tls.X509;

namespace SecureEsp.ServerHarness.Mtls;

/// <summary>The client: connects, verifies the server and its name, shows its certificate, waits for the first byte.</summary>
public static class MtlsClient
{
    /// <param name="step">Told what is done next, in the original program's words.</param>
    /// <exception cref="HarnessException">A file is missing or not what it should be.</exception>
    public static async Task<MtlsOutcome> RunAsync(MtlsOptions options, Action<string> step, CancellationToken cancellation = default)
    {
        step("Initializing seed CTR-DRBG...");
        step("Loading CA certificate...");
        var trusted = MtlsCredentials.ReadTrusted(options.CaFile);
        step("Loading client certificate...");
        step("Loading client private key...");
        var credentials = new MtlsCredentials(trusted, MtlsCredentials.ReadOwn(options.Identity));
        step("Setting up SSL configuration...");
        step("Setting up SSL context...");
        step("Connecting to server...");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Limit);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(options.Host, options.Port, limit.Token);
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            socket.Dispose();
            cancellation.ThrowIfCancellationRequested();
            return MtlsOutcome.Failed(NotConnected(e), e);
        }

        await using var connection = new MtlsConnection(socket, options, credentials, PeerRole.Server);
        step("Starting handshake...");
        var outcome = await connection.RunAsync(limit.Token);
        cancellation.ThrowIfCancellationRequested();
        return outcome;
    }

    private static MtlsError NotConnected(Exception e) => e switch
    {
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } => MtlsError.UnknownHost(e.Message),
        SocketException => MtlsError.ConnectFailed(e.Message),
        _ => MtlsError.Timeout,
    };
}
