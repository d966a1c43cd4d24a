using System.Buffers.Binary;
using System.Net.Sockets;

namespace SecureEsp.VirtualDevice.Tls;

/// <summary>
/// Lies between the host's SslStream and its socket, and hands over one TLS record at a time (RFC 8446, 5.1): so nothing is
/// decrypted ahead of the firmware's reads, and it is known whether bytes wait below.
/// </summary>
internal sealed class RecordStream(Socket socket) : Stream
{
    private const int HeaderLength = 5;
    private const byte AlertType = 21;
    private const byte FatalLevel = 2;

    private byte[] _record = new byte[HeaderLength + (16 * 1024) + 256];
    private int _start;
    private int _end;

    /// <summary>Longest wait for bytes; null for none.</summary>
    public TimeSpan? ReceiveLimit { get; set; }

    /// <summary>Bytes that were taken from the socket and not yet by TLS.</summary>
    public bool HasBuffered => _end > _start;

    /// <summary>The peer sent a fatal alert that could be read from outside.</summary>
    public bool SawFatalAlert { get; private set; }

    /// <summary>The peer closed or reset the connection.</summary>
    public bool SawEnd { get; private set; }

    /// <summary>
    /// Ends the sending side. mbedTLS tells the peer of a refusal by an alert; the host sends none for a certificate that its
    /// callback refuses, so the end of the connection has to do.
    /// </summary>
    public void HangUp()
    {
        try
        {
            socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // the connection is gone already
        }
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty) return 0;
        if (_start == _end) await ReadRecordAsync(cancellationToken);
        var count = Math.Min(buffer.Length, _end - _start);
        _record.AsMemory(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty) buffer = buffer[await socket.SendAsync(buffer, SocketFlags.None, cancellationToken)..];
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task ReadRecordAsync(CancellationToken cancellationToken)
    {
        _start = _end = 0;
        if (!await FillAsync(HeaderLength, cancellationToken)) return;
        var length = HeaderLength + BinaryPrimitives.ReadUInt16BigEndian(_record.AsSpan(3));
        if (length > _record.Length) Array.Resize(ref _record, length);
        await FillAsync(length, cancellationToken);
        SawFatalAlert |= _record[0] == AlertType && _end == HeaderLength + 2 && _record[HeaderLength] == FatalLevel;
    }

    private async Task<bool> FillAsync(int length, CancellationToken cancellationToken)
    {
        while (_end < length)
        {
            var count = await ReceiveAsync(_record.AsMemory(_end, length - _end), cancellationToken);
            if (count == 0) return false;
            _end += count;
        }
        return true;
    }

    private async ValueTask<int> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var limit = ReceiveLimit;
        using var limited = limit is null ? null : CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited?.CancelAfter(limit!.Value);
        try
        {
            var count = await socket.ReceiveAsync(buffer, SocketFlags.None, limited?.Token ?? cancellationToken);
            SawEnd |= count == 0;
            return count;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SocketException((int)SocketError.TimedOut);
        }
        catch (SocketException)
        {
            SawEnd = true;
            throw;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("asynchronous only");
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("asynchronous only");
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
}
