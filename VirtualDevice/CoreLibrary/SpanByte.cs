namespace System;

/// <summary>nanoFramework's span of bytes: a window onto an array.</summary>
public readonly struct SpanByte
{
    private readonly byte[]? _array;
    private readonly int _start;
    private readonly int _length;

    public SpanByte(byte[]? array) : this(array, 0, array?.Length ?? 0) { }

    public SpanByte(byte[]? array, int start, int length)
    {
        if (start < 0 || length < 0 || start > (array?.Length ?? 0) - length) throw new ArgumentOutOfRangeException(nameof(start));
        _array = array;
        _start = start;
        _length = length;
    }

    public byte this[int index]
    {
        get => _array![Index(index)];
        set => _array![Index(index)] = value;
    }

    public static SpanByte Empty => default;
    public int Length => _length;
    public bool IsEmpty => _length == 0;

    public void CopyTo(SpanByte destination)
    {
        if (destination._length < _length) throw new ArgumentException("the destination is shorter than the source", nameof(destination));
        if (_length > 0) Array.Copy(_array!, _start, destination._array!, destination._start, _length);
    }

    public SpanByte Slice(int start) => Slice(start, _length - start);

    public SpanByte Slice(int start, int length)
    {
        if (start < 0 || length < 0 || start > _length - length) throw new ArgumentOutOfRangeException(nameof(start));
        return new SpanByte(_array, _start + start, length);
    }

    public byte[] ToArray()
    {
        var copy = new byte[_length];
        CopyTo(copy);
        return copy;
    }

    public static implicit operator SpanByte(byte[]? array) => new(array);

    private int Index(int index) => (uint)index < (uint)_length ? _start + index : throw new ArgumentOutOfRangeException(nameof(index));
}
