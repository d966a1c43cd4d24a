using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace SecureEsp.WebBench;

/// <summary>Peers that wish a device's server ill. Each one is over within a few seconds, whatever the device does.</summary>
public sealed class HostilePeers(IPEndPoint device)
{
    private const int AtOnce = 16;
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(8);

    private readonly ConcurrentDictionary<string, int> _sent = new();
    private int _answered;

    /// <summary>What was sent, by kind.</summary>
    public IReadOnlyDictionary<string, int> Sent => _sent;

    /// <summary>Those that the device has answered by HTTP, with a refusal or otherwise.</summary>
    public int Answered => _answered;

    /// <summary>Sends so many, of every kind.</summary>
    public Task RunAsync(int count) =>
        Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) => await SendAsync(number));

    private async Task SendAsync(int number)
    {
        // Most are fuzzed requests; one in a thousand goes silent in the middle of a handshake, which holds up the whole device.
        var kind = (number % 1000) switch
        {
            500 => "silent in the handshake",
            var n when n % 50 == 1 => "silent",
            var n when n % 50 == 2 => "half a hello",
            var n when n % 20 == 3 => "no TLS",
            var n when n % 50 == 4 => "no request",
            var n when n % 100 == 5 => "slow sender",
            var n when n % 20 == 6 => "gone before the answer",
            var n when n % 100 == 7 => "does not read",
            _ => "fuzzed request",
        };
        _sent.AddOrUpdate(kind, 1, (_, n) => n + 1);
        using var limit = new CancellationTokenSource(s_longest);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(device, limit.Token);
            await (kind switch
            {
                "silent" => UntilClosed(socket, limit.Token),
                "half a hello" => Say(socket, [22, 3, 1], limit.Token),
                "no TLS" => Say(socket, HttpFuzz.Request(number), limit.Token),
                "silent in the handshake" => Say(socket, Hello(), limit.Token),
                _ => OverTls(socket, kind, number, limit.Token),
            });
        }
        catch (Exception e) when (e is IOException or SocketException or AuthenticationException or OperationCanceledException)
        {
            // That is the device's good right.
        }
    }

    private static async Task Say(Socket socket, byte[] bytes, CancellationToken limit)
    {
        await socket.SendAsync(bytes, limit);
        await UntilClosed(socket, limit);
    }

    private static async Task UntilClosed(Socket socket, CancellationToken limit)
    {
        var heard = new byte[4096];
        while (await socket.ReceiveAsync(heard, limit) > 0)
        {
        }
    }

    private async Task OverTls(Socket socket, string kind, int number, CancellationToken limit)
    {
        await using var stream = new SslStream(new NetworkStream(socket, ownsSocket: false));
        await stream.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions { TargetHost = "esp.test", RemoteCertificateValidationCallback = static (_, _, _, _) => true }, limit);
        var request = HttpFuzz.Request(number);
        switch (kind)
        {
            case "slow sender":
                foreach (var b in request.Take(40))
                {
                    await stream.WriteAsync(new[] { b }, limit);
                    await Task.Delay(50, limit);
                }

                return;
            case "gone before the answer":
                await stream.WriteAsync("GET /page.js HTTP/1.1\r\nHost: esp.test\r\n\r\n"u8.ToArray(), limit);
                socket.LingerState = new LingerOption(true, 0);
                socket.Close();
                return;
            case "does not read":
                for (var i = 0; i < 200; i++) await stream.WriteAsync("GET /page.js HTTP/1.1\r\nHost: esp.test\r\n\r\n"u8.ToArray(), limit);
                await Task.Delay(1000, limit);
                return;
            case "fuzzed request":
                await stream.WriteAsync(request, limit);
                break;
        }

        // Half open: the sending side ends, and what the device has to say is heard.
        if (kind == "fuzzed request") socket.Shutdown(SocketShutdown.Send);
        var heard = new byte[4096];
        var all = 0;
        while (await stream.ReadAsync(heard, limit) is > 0 and var read)
        {
            if (all == 0) Interlocked.Increment(ref _answered);
            all += read;
        }
    }

    /// <summary>A whole first message of TLS 1.3 as the host's own TLS writes it: nobody listens to the answer.</summary>
    public static byte[] Hello()
    {
        using var pipe = new MemoryPipe();
        using var stream = new SslStream(pipe);
        using var enough = new CancellationTokenSource();
        var handshake = stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "esp.test" }, enough.Token);
        var hello = pipe.First.GetAwaiter().GetResult();
        enough.Cancel();
        _ = handshake.ContinueWith(static t => t.Exception, TaskScheduler.Default);
        return hello;
    }

    private sealed class MemoryPipe : Stream
    {
        private readonly TaskCompletionSource<byte[]> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<byte[]> First => _first.Task;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _first.TrySetResult(buffer.ToArray());
            return ValueTask.CompletedTask;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
