using System.Net;
using System.Net.Sockets;
using SecureEsp.VirtualDevice.Tls.X509;

namespace SecureEsp.ServerHarness.Mtls;

/// <summary>The server: takes connections until it is told to stop, each with a time limit of its own, and verifies each client.</summary>
public sealed class MtlsServer : IDisposable
{
    // As many TLS contexts as a board has.
    private const int MostConnections = 16;

    private readonly MtlsOptions _options;
    private readonly MtlsCredentials _credentials;
    private readonly Action<string> _step;
    private readonly Socket _listener;

    private MtlsServer(MtlsOptions options, MtlsCredentials credentials, Action<string> step, Socket listener)
    {
        (_options, _credentials, _step, _listener) = (options, credentials, step, listener);
        Port = ((IPEndPoint)listener.LocalEndPoint!).Port;
    }

    /// <summary>The port it listens on.</summary>
    public int Port { get; }

    /// <summary>Reads the files and binds; connections wait from now on.</summary>
    /// <param name="step">Told what is done next, in the original program's words.</param>
    /// <exception cref="HarnessException">A file is missing or not what it should be, or the port is taken.</exception>
    public static MtlsServer Start(MtlsOptions options, Action<string> step)
    {
        step("Initializing seed CTR-DRBG ...");
        step("Loading CA certificate...");
        var trusted = MtlsCredentials.ReadTrusted(options.CaFile);
        step("Loading server certificate...");
        step("Loading server private key...");
        var credentials = new MtlsCredentials(trusted, MtlsCredentials.ReadOwn(options.Identity));
        step("Setting up SSL configuration...");
        step("Setting up SSL context...");
        step("Binding to port...");
        var address = IPAddress.Parse(options.Host);
        var listener = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            listener.Bind(new IPEndPoint(address, options.Port));
            listener.Listen();
        }
        catch (SocketException e)
        {
            listener.Dispose();
            throw new HarnessException(
                $"cannot listen on {new IPEndPoint(address, options.Port)}: {e.Message} (NET_BIND_FAILED, -70)", "choose another port with --port (0 picks a free one)",
                ExitCode.Missing, e);
        }

        step("Server is running. Waiting for connections...");
        return new(options, credentials, step, listener);
    }

    /// <summary>Serves until cancelled.</summary>
    /// <param name="ended">Told how each connection went.</param>
    /// <param name="connections">After so many it returns by itself; null never.</param>
    public async Task RunAsync(Action<MtlsOutcome> ended, int? connections, CancellationToken cancellation)
    {
        using var free = new SemaphoreSlim(MostConnections);
        List<Task> running = [];
        try
        {
            for (var taken = 0; connections is null || taken < connections; taken++)
            {
                await free.WaitAsync(cancellation);
                var socket = await _listener.AcceptAsync(cancellation);
                running.RemoveAll(one => one.IsCompleted);
                running.Add(Serve(socket, ended, free, cancellation));
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Told to stop.
        }

        await Task.WhenAll(running);
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private async Task Serve(Socket socket, Action<MtlsOutcome> ended, SemaphoreSlim free, CancellationToken cancellation)
    {
        _step("Client connected. Setting up SSL...");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_options.Limit);
        await using (var connection = new MtlsConnection(socket, _options, _credentials, PeerRole.Client))
        {
            ended(await connection.RunAsync(limit.Token));
        }

        free.Release();
    }
}
