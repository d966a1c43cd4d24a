using System.Text;

namespace System.IO
{
    /// <summary>Reads UTF-8 text from a stream.</summary>
    /// <remarks>
    /// Two habits of the library (System.IO.Streams/StreamReader.cs) that firmware must live with are kept:
    /// <see cref="EndOfStream"/> looks at the reader's own buffer only, so it is true before the first read; and
    /// <see cref="ReadToEnd"/> of a stream that can seek gives as many characters as the stream has BYTES, the
    /// rest filled with NUL, whatever was read before.
    /// </remarks>
    public class StreamReader : TextReader
    {
        private const int BufferSize = 512;
        private const int MaximumLine = 0xFFFF;

        private readonly Decoder _decoder;
        private readonly char[] _single = new char[1];
        private readonly bool _leaveOpen;
        private byte[] _buffer = new byte[BufferSize];
        private int _start;
        private int _end;

        /// <summary>A reader over <paramref name="stream"/>, which it closes unless told to leave it open.</summary>
        /// <exception cref="ArgumentNullException">No stream.</exception>
        /// <exception cref="ArgumentException">The stream cannot be read.</exception>
        public StreamReader(Stream stream, bool leaveOpen = false)
        {
            if (stream == null)
            {
                throw new ArgumentNullException();
            }

            if (!stream.CanRead)
            {
                throw new ArgumentException();
            }

            BaseStream = stream;
            _leaveOpen = leaveOpen;
            _decoder = CurrentEncoding.GetDecoder();
        }

        /// <summary>The stream underneath; null once closed.</summary>
        public virtual Stream BaseStream { get; private set; }

        /// <summary>Always UTF-8.</summary>
        public virtual Encoding CurrentEncoding => Encoding.UTF8;

        /// <summary>Whether the reader's buffer is used up. True before the first read.</summary>
        public bool EndOfStream => _start == _end;

        /// <inheritdoc/>
        public override void Close()
        {
            Dispose();
        }

        /// <inheritdoc/>
        public override int Peek()
        {
            if (!NextIsWhole())
            {
                FillFromAvailable();
            }

            int start = _start;
            int next = Read();
            if (next != -1)
            {
                _start = start;
            }

            return next;
        }

        /// <inheritdoc/>
        public override int Read()
        {
            while (true)
            {
                _decoder.Convert(_buffer, _start, _end - _start, _single, 0, 1, false, out int bytes, out int chars, out _);
                _start += bytes;
                if (chars == 1)
                {
                    return _single[0];
                }

                int wanted = BaseStream.Length < BufferSize ? (int)BaseStream.Length : BufferSize;
                if (Fill(wanted == 0 ? 1 : wanted) == 0)
                {
                    return -1;
                }
            }
        }

        /// <inheritdoc/>
        /// <returns>The characters of the last decoding step: fewer than were stored if the buffer was filled in between.</returns>
        public override int Read(char[] buffer, int index, int count)
        {
            if (buffer == null)
            {
                throw new ArgumentNullException();
            }

            if (index < 0 || count < 0)
            {
                throw new ArgumentOutOfRangeException();
            }

            if (buffer.Length - index < count)
            {
                throw new ArgumentException();
            }

            if (_buffer == null)
            {
                throw new ObjectDisposedException();
            }

            if (_end == 0)
            {
                Fill(count);
            }

            // The library starts to store at 0, whatever the index.
            int stored = 0;
            while (true)
            {
                _decoder.Convert(_buffer, _start, _end - _start, buffer, stored, count, false, out int bytes, out int chars, out _);
                count -= chars;
                stored += chars;
                _start += bytes;
                if (count == 0 || Fill(count) == 0)
                {
                    return chars;
                }
            }
        }

        /// <inheritdoc/>
        /// <exception cref="Exception">The line is longer than 65,535 characters.</exception>
        public override string ReadLine()
        {
            char[] line = new char[BufferSize];
            int length = 0;
            for (int next = Read(); next != -1; next = Read())
            {
                if (next == '\n')
                {
                    return new string(line, 0, length);
                }

                if (next == '\r')
                {
                    if (Peek() == '\n')
                    {
                        Read();
                    }

                    return new string(line, 0, length);
                }

                if (length == line.Length)
                {
                    if (length + BufferSize > MaximumLine)
                    {
                        throw new Exception();
                    }

                    char[] longer = new char[length + BufferSize];
                    Array.Copy(line, 0, longer, 0, length);
                    line = longer;
                }

                line[length++] = (char)next;
            }

            return length == 0 ? null : new string(line, 0, length);
        }

        /// <inheritdoc/>
        public override string ReadToEnd()
        {
            if (BaseStream.CanSeek)
            {
                char[] all = new char[(int)BaseStream.Length];
                Read(all, 0, all.Length);
                return new string(all);
            }

            StringBuilder text = new StringBuilder();
            for (int next = Read(); next != -1; next = Read())
            {
                text.Append((char)next);
            }

            return text.ToString();
        }

        /// <inheritdoc/>
        protected override void Dispose(bool disposing)
        {
            if (BaseStream == null)
            {
                return;
            }

            if (disposing && !_leaveOpen)
            {
                BaseStream.Close();
            }

            BaseStream = null;
            _buffer = null;
            _start = 0;
            _end = 0;
        }

        // Whether the buffer holds the next character whole.
        private bool NextIsWhole()
        {
            if (_start >= _end)
            {
                return false;
            }

            byte first = _buffer[_start];
            int needed = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
            return _end - _start >= needed;
        }

        // Takes what is there without waiting: a network stream's Length is what has arrived.
        private void FillFromAvailable()
        {
            MoveToFront();
            try
            {
                while (_end < _buffer.Length && BaseStream.Length > 0)
                {
                    int space = _buffer.Length - _end;
                    int count = BaseStream.Read(_buffer, _end, BaseStream.Length < space ? (int)BaseStream.Length : space);
                    if (count <= 0)
                    {
                        break;
                    }

                    _end += count;
                }
            }
            catch (Exception e)
            {
                throw new IOException("Stream.Read", e);
            }
        }

        private int Fill(int wanted)
        {
            MoveToFront();
            int total = 0;
            try
            {
                while (wanted > 0 && _end < _buffer.Length)
                {
                    int space = _buffer.Length - _end;
                    int count = BaseStream.Read(_buffer, _end, wanted < space ? wanted : space);
                    if (count == 0)
                    {
                        break;
                    }

                    total += count;
                    _end += count;
                    wanted -= count;
                }
            }
            catch (Exception e)
            {
                throw new IOException("Stream.Read", e);
            }

            return total;
        }

        private void MoveToFront()
        {
            if (_start != 0)
            {
                Array.Copy(_buffer, _start, _buffer, 0, _end - _start);
                _end -= _start;
                _start = 0;
            }
        }
    }
}
