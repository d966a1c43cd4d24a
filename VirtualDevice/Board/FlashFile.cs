namespace SecureEsp.VirtualDevice.Board;

/// <summary>An open file of the flash. Nothing that is written becomes durable before <see cref="Commit"/>.</summary>
internal sealed class FlashFile
{
    private readonly Flash _flash;
    private byte[] _content;
    private int _length;
    private long _position;
    private readonly int _original;
    private int _firstChange = int.MaxValue;
    private bool _changed;
    private bool _failed;

    internal FlashFile(Flash flash, FlashPath path, byte[] content)
    {
        _flash = flash;
        Path = path;
        _content = content;
        _length = _original = content.Length;
    }

    public FlashPath Path { get; }

    public long Length => _length;

    /// <summary>Blocks that what waits to be committed takes; those of the old content stay until then.</summary>
    internal int PendingBlocks => _changed ? FlashLayout.PendingBlocks(_length, _original, _firstChange) : 0;

    public int Read(Span<byte> buffer)
    {
        var count = (int)Math.Clamp(_length - _position, 0, buffer.Length);
        _content.AsSpan((int)_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    /// <summary>Writes at the position. After a failure, closing leaves the old content, unless a later write succeeds (lfs.c, LFS_F_ERRED).</summary>
    /// <exception cref="FlashException">No space left; nothing was written.</exception>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return;
        var end = _position + bytes.Length;
        Resize(Math.Max(end, _length), Math.Min(_position, _length));
        bytes.CopyTo(_content.AsSpan((int)_position));
        _position = end;
    }

    /// <exception cref="FlashException">Before the beginning.</exception>
    public long Seek(long offset, SeekOrigin origin)
    {
        var start = origin switch { SeekOrigin.Begin => 0, SeekOrigin.Current => _position, _ => _length };
        if (start + offset is < 0 or > int.MaxValue) throw new FlashException(FlashError.Io, Path.ToString());
        return _position = start + offset;
    }

    /// <summary>Cuts the file or fills it up with zeros. The position stays.</summary>
    /// <exception cref="FlashException">No space left.</exception>
    public void SetLength(long length)
    {
        if (length != _length) Resize(length, Math.Min(length, _length));
    }

    /// <summary>Closes the file: what was written replaces the old content in one step.</summary>
    /// <exception cref="FlashException">No space left; the old content stays.</exception>
    public void Commit()
    {
        var content = _changed && !_failed ? _content.AsSpan(0, _length).ToArray() : null;
        _changed = false;
        _flash.Close(this, content);
    }

    /// <summary>Forgets what was written, as a power cut does.</summary>
    public void Abandon()
    {
        _changed = false;
        _flash.Close(this, null);
    }

    private void Resize(long length, long firstChange)
    {
        if (length > _flash.Capacity) length = (long)_flash.Capacity + FlashLayout.BlockSize;
        var first = (int)Math.Min(firstChange, _firstChange);
        _failed = true;
        _flash.RequireSpace(this, FlashLayout.PendingBlocks((int)length, _original, first));
        _failed = false;
        if (length > _content.Length) Array.Resize(ref _content, (int)Math.Max(length, Math.Min(_content.Length * 2L, int.MaxValue)));
        if (length > _length) _content.AsSpan(_length, (int)length - _length).Clear();
        (_length, _firstChange, _changed) = ((int)length, first, true);
    }
}
