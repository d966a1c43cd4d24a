namespace SecureEsp.VirtualDevice.Board;

/// <summary>An open file of the flash. Nothing that is written becomes durable before <see cref="Commit"/>.</summary>
internal sealed class FlashFile
{
    private readonly Flash _flash;
    private byte[] _content;
    private int _length;
    private long _position;
    private bool _changed;

    internal FlashFile(Flash flash, FlashPath path, byte[] content)
    {
        _flash = flash;
        Path = path;
        _content = content;
        _length = content.Length;
    }

    public FlashPath Path { get; }

    public long Length => _length;

    /// <summary>Bytes that wait to be committed; they take new blocks, since the old ones stay until then.</summary>
    internal int PendingLength => _changed ? _length : 0;

    public int Read(Span<byte> buffer)
    {
        var count = (int)Math.Clamp(_length - _position, 0, buffer.Length);
        _content.AsSpan((int)_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    /// <exception cref="FlashException">No space left.</exception>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        var end = _position + bytes.Length;
        Resize(Math.Max(end, _length));
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
    public void SetLength(long length) => Resize(length);

    /// <summary>Closes the file: what was written replaces the old content in one step.</summary>
    public void Commit()
    {
        _flash.Close(this, _changed ? _content.AsSpan(0, _length).ToArray() : null);
        _changed = false;
    }

    /// <summary>Forgets what was written, as a power cut does.</summary>
    public void Abandon()
    {
        _changed = false;
        _flash.Close(this, null);
    }

    private void Resize(long length)
    {
        _flash.RequireSpace(this, length);
        if (length > _content.Length) Array.Resize(ref _content, (int)Math.Max(length, Math.Min(_content.Length * 2L, int.MaxValue)));
        if (length > _length) _content.AsSpan(_length, (int)length - _length).Clear();
        _length = (int)length;
        _changed = true;
    }
}
