using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.Support;

/// <summary><c>openssl s_server</c> on a free port: it sends exactly the certificates that it is told to, in that order.</summary>
public sealed class OpensslServer : IAsyncDisposable
{
    private readonly Tool _process;

    private OpensslServer(Tool process, int port)
    {
        _process = process;
        Port = port;
    }

    public int Port { get; }

    /// <param name="chain">PEM file of what follows the leaf; null sends the leaf alone.</param>
    public static async Task<OpensslServer> Start(KeyPairFiles leaf, string? chain = null, params string[] options)
    {
        string[] follows = chain is null ? [] : ["-cert_chain", chain];
        var process = Tool.Start("openssl", ["s_server", "-accept", "127.0.0.1:0", "-cert", leaf.Certificate, "-key", leaf.Key, .. follows, .. options]);
        var line = await process.Line(l => l.StartsWith("ACCEPT ", StringComparison.Ordinal));
        return new(process, int.Parse(line[(line.LastIndexOf(':') + 1)..]));
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
