using System.IO;

namespace System.Net.Http
{
    /// <summary>A body of bytes.</summary>
    public class ByteArrayContent : HttpContent
    {
        private readonly byte[] _content;
        private readonly int _offset;
        private readonly int _count;

        /// <summary>Makes a body.</summary>
        public ByteArrayContent(byte[] content)
        {
            _content = content ?? throw new ArgumentNullException();
            _count = content.Length;
        }

        /// <summary>Makes a body of a part of an array.</summary>
        public ByteArrayContent(byte[] content, int offset, int count)
        {
            _content = content ?? throw new ArgumentNullException();
            if (offset < 0 || offset > content.Length || count < 0 || count > content.Length - offset)
            {
                throw new ArgumentOutOfRangeException();
            }

            _offset = offset;
            _count = count;
        }

        /// <inheritdoc/>
        protected override void SerializeToStream(Stream stream)
        {
            stream.Write(_content, _offset, _count);
        }

        /// <inheritdoc/>
        protected internal override bool TryComputeLength(out long length)
        {
            length = _count;
            return true;
        }
    }
}
