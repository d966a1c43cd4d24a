using System;
using System.Text;
using SecureEsp.DeviceApp.Formats;

namespace SecureEsp.DeviceApp.Console
{
    /// <summary>
    /// Turns typed bytes into lines: CR, LF or CR LF submits, backspace takes one character back, Ctrl+U and Ctrl+C the
    /// whole line. Bounded; wipes its buffer, since what is typed is often a password.
    /// </summary>
    public sealed class LineEditor
    {
        /// <summary>Longest line, in bytes of UTF-8.</summary>
        public const int Capacity = 128;

        private const byte CtrlC = 3;
        private const byte Backspace = 8;
        private const byte LineFeed = 10;
        private const byte CarriageReturn = 13;
        private const byte CtrlU = 21;
        private const byte Escape = 27;
        private const byte Delete = 127;

        private readonly byte[] _line = new byte[Capacity];
        private int _length;
        private bool _tooLong;
        private bool _afterReturn;
        private int _escape;

        /// <summary>Whether more was typed than fits. Such a line is submitted as null, never cut short.</summary>
        public bool TooLong
        {
            get { return _tooLong; }
        }

        /// <summary>Whether a byte is but the second half of the CR LF that has submitted the last line.</summary>
        public bool IsSecondHalf(byte typed)
        {
            return _afterReturn && typed == LineFeed;
        }

        /// <summary>Takes one byte. True when it submits the line: then <see cref="Take"/> has it.</summary>
        public bool Accept(byte typed)
        {
            var afterReturn = _afterReturn;
            _afterReturn = typed == CarriageReturn;
            if (InEscapeSequence(typed))
            {
                return false;
            }

            switch (typed)
            {
                case CarriageReturn:
                    return true;
                case LineFeed:
                    // The second half of CR LF has submitted already.
                    return !afterReturn;
                case Backspace:
                case Delete:
                    TakeBack();
                    return false;
                case CtrlC:
                case CtrlU:
                    Clear();
                    return false;
                default:
                    if (typed >= 0x20)
                    {
                        Append(typed);
                    }

                    return false;
            }
        }

        /// <summary>The line, and an empty editor after it. Null where it was too long or is no valid UTF-8.</summary>
        public string Take()
        {
            var usable = !_tooLong && Utf8.IsValid(_line, _length);
            var text = usable ? (_length == 0 ? "" : Encoding.UTF8.GetString(_line, 0, _length)) : null;
            Clear();
            return text;
        }

        /// <summary>Forgets and wipes what was typed.</summary>
        public void Clear()
        {
            Array.Clear(_line, 0, _line.Length);
            _length = 0;
            _tooLong = false;
            _escape = 0;
        }

        // Arrow and function keys arrive as ESC [ ... final byte; left in, they would silently spoil a password.
        private bool InEscapeSequence(byte typed)
        {
            if (typed == Escape)
            {
                _escape = 1;
                return true;
            }

            if (_escape == 0)
            {
                return false;
            }

            if (typed < 0x20)
            {
                _escape = 0;
                return false;
            }

            if (_escape == 1)
            {
                _escape = typed == (byte)'[' || typed == (byte)'O' ? 2 : 0;
                return true;
            }

            if (typed >= 0x40 && typed <= 0x7E)
            {
                _escape = 0;
            }

            return true;
        }

        private void TakeBack()
        {
            if (_length == 0)
            {
                return;
            }

            // Continuation bytes belong to the character before them.
            do
            {
                _length--;
            }
            while (_length > 0 && (_line[_length] & 0xC0) == 0x80);
        }

        private void Append(byte typed)
        {
            if (_length == Capacity)
            {
                _tooLong = true;
                return;
            }

            _line[_length++] = typed;
        }
    }
}
