using System.Net.Sockets;

namespace SecureEsp.ServerHarness.Mtls;

/// <summary>
/// Lies between the host's TLS and the socket. The host verifies its peer only after it has written its own certificate; in
/// TLS 1.3, what a client writes after the server's encrypted part stays here until the server is accepted, so that one that
/// is not gets nothing. In TLS 1.2 the server's last message depends on it, and nothing can be withheld.
/// </summary>
internal sealed class WithheldStream(Socket socket, bool withholds) : Stream
{
    private readonly RecordTypes _incoming = new();
    private readonly MemoryStream _withheld = new();
    private bool _released = !withholds;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>The peer is accepted: sends what was kept, and from now on everything at once.</summary>
    public async Task ReleaseAsync(CancellationToken cancellation)
    {
        _released = true;
        await Send(_withheld.ToArray(), cancellation);
        _withheld.SetLength(0);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // A read of nothing only asks whether there is something.
        var count = await socket.ReceiveAsync(buffer, SocketFlags.None, cancellationToken);
        if (!_released)
        {
            _incoming.Follow(buffer.Span[..count]);
        }

        return count;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_released || !_incoming.SawApplicationData)
        {
            await Send(buffer, cancellationToken);
        }
        else
        {
            _withheld.Write(buffer.Span);
        }
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("asynchronous only");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("asynchronous only");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private async Task Send(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None, cancellation)..];
        }
    }
}
