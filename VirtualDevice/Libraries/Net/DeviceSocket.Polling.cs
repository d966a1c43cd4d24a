using System.Net.Sockets;

namespace SecureEsp.VirtualDevice.Libraries.Net;

/// <summary>What a poll waits for: the values of nanoFramework's SelectMode.</summary>
internal enum PollMode
{
    Read = 0,
    Write = 1,
    Error = 2,
}

internal sealed partial class DeviceSocket
{
    /// <summary>How often a full send buffer is looked at again: hosts tell no other way when it has room.</summary>
    private static readonly TimeSpan WritePollInterval = TimeSpan.FromMilliseconds(5);

    /// <summary>Waits until the socket can be read (a connection can be accepted), can be written (is connected) or has failed.</summary>
    /// <param name="limit">Negative: none.</param>
    /// <returns>False when the limit was reached.</returns>
    /// <exception cref="SocketFault">NetworkDown without a link. WouldBlock where a connection is refused: the firmware shows the
    /// number of its last call instead of the reason (nf-interpreter, lwIP_Sockets.cpp; github.com/nanoframework/Home/issues/775).</exception>
    public async Task<bool> PollAsync(PollMode mode, TimeSpan limit, CancellationToken stopping)
    {
        if (!_radio.IsUp) return mode == PollMode.Error ? true : throw new SocketFault(SocketErrors.NetworkDown);
        if (mode != PollMode.Write && IsReady(mode)) return true;
        if (mode == PollMode.Error) return false;

        var ready = mode == PollMode.Read ? BecomesReadable() : BecomesWritable(stopping);
        var linkLost = _radio.LinkLost;
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var first = await Task.WhenAny(ready, linkLost, _closed.Task, Task.Delay(limit < TimeSpan.Zero ? Timeout.InfiniteTimeSpan : limit, timer.Token));
        await timer.CancelAsync();
        stopping.ThrowIfCancellationRequested();

        if (first == ready)
        {
            await ready;
            return true;
        }
        if (first == linkLost) throw new SocketFault(SocketErrors.NetworkDown);
        if (first == _closed.Task) throw new SocketFault((int)SocketError.ConnectionAborted);
        return false;
    }

    private bool IsReady(PollMode mode)
    {
        if (mode == PollMode.Error) return false;
        if (Tls is { HasBuffered: true }) return true;
        if (IsListening) return _accepting is { IsCompleted: true };
        try
        {
            return _host.Poll(0, SelectMode.SelectRead);
        }
        catch (SocketException)
        {
            return true; // the read that follows tells what is wrong
        }
    }

    private Task BecomesReadable()
    {
        if (IsListening) return _accepting ??= _host.AcceptAsync();
        if (_readable is null or { IsCompleted: true }) _readable = Peek();
        return _readable;
    }

    // Completes when there is something to read, an end or an error included; takes nothing. A datagram would be taken by a plain
    // read of no bytes, so datagrams are peeked at.
    private async Task<int> Peek()
    {
        try
        {
            var flags = _host.SocketType == SocketType.Dgram ? SocketFlags.Peek : SocketFlags.None;
            var buffer = flags == SocketFlags.Peek ? new byte[1] : [];
            return await _host.ReceiveAsync(buffer, flags);
        }
        catch (SocketException)
        {
            return 0; // the read that follows tells what is wrong
        }
        catch (ObjectDisposedException)
        {
            return 0; // closed meanwhile: PollAsync knows
        }
    }

    private async Task BecomesWritable(CancellationToken stopping)
    {
        if (_connecting is { } connecting)
        {
            try
            {
                await connecting;
            }
            catch (SocketException)
            {
                throw new SocketFault(SocketErrors.WouldBlock);
            }
        }
        while (!_closed.Task.IsCompleted && !_host.Poll(0, SelectMode.SelectWrite)) await Task.Delay(WritePollInterval, stopping);
    }
}
