namespace System.IO
{
    /// <summary>The place that an offset given to <see cref="Stream.Seek"/> counts from.</summary>
    public enum SeekOrigin
    {
        /// <summary>The first byte of the stream.</summary>
        Begin = 0,

        /// <summary>The present position.</summary>
        Current = 1,

        /// <summary>The byte after the last one.</summary>
        End = 2,
    }
}
