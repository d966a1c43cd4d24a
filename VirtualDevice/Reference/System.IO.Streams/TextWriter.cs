using System.Text;

namespace System.IO
{
    /// <summary>Writes characters one after another.</summary>
    public abstract class TextWriter : MarshalByRefObject, IDisposable
    {
        /// <summary>The end of a line: carriage return and line feed unless set.</summary>
        protected char[] CoreNewLine = new char[] { '\r', '\n' };

        /// <summary>For the classes that implement it.</summary>
        protected TextWriter()
        {
        }

        /// <summary>How characters become bytes.</summary>
        public abstract Encoding Encoding { get; }

        /// <summary>The end of a line. Null sets the default again.</summary>
        public virtual string NewLine
        {
            get => new string(CoreNewLine);
            set => CoreNewLine = (value ?? "\r\n").ToCharArray();
        }

        /// <summary>Releases what the writer holds.</summary>
        public virtual void Close()
        {
            Dispose();
        }

        /// <summary>Releases what the writer holds.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Hands buffered characters on.</summary>
        public virtual void Flush()
        {
        }

        /// <summary>Writes one character.</summary>
        public virtual void Write(char value)
        {
        }

        /// <summary>Writes the characters; null writes nothing.</summary>
        public virtual void Write(char[] buffer)
        {
            if (buffer != null)
            {
                Write(buffer, 0, buffer.Length);
            }
        }

        /// <summary>Writes part of the characters.</summary>
        /// <exception cref="ArgumentNullException">No buffer.</exception>
        /// <exception cref="ArgumentOutOfRangeException">A negative index or count.</exception>
        /// <exception cref="ArgumentException">The range ends outside the buffer.</exception>
        public virtual void Write(char[] buffer, int index, int count)
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

            for (int i = 0; i < count; i++)
            {
                Write(buffer[index + i]);
            }
        }

        /// <summary>Writes the text; null writes nothing.</summary>
        public virtual void Write(string value)
        {
            if (value != null)
            {
                Write(value.ToCharArray());
            }
        }

        /// <summary>Writes the object's text; null writes nothing.</summary>
        public virtual void Write(object value)
        {
            if (value != null)
            {
                Write(value.ToString());
            }
        }

        /// <summary>Writes the value's text.</summary>
        public virtual void Write(bool value) => Write(value.ToString());

        /// <summary>Writes the value's text.</summary>
        public virtual void Write(int value) => Write(value.ToString());

        /// <summary>Writes the value's text.</summary>
        public virtual void Write(uint value) => Write(value.ToString());

        /// <summary>Writes the value's text.</summary>
        public virtual void Write(long value) => Write(value.ToString());

        /// <summary>Writes the value's text.</summary>
        public virtual void Write(ulong value) => Write(value.ToString());

        /// <summary>Writes the value's text.</summary>
        public virtual void Write(float value) => Write(value.ToString());

        /// <summary>Writes the value's text.</summary>
        public virtual void Write(double value) => Write(value.ToString());

        /// <summary>Writes the end of a line.</summary>
        public virtual void WriteLine()
        {
            Write(CoreNewLine);
        }

        /// <summary>Writes part of the characters and the end of a line.</summary>
        public virtual void WriteLine(char[] buffer, int index, int count)
        {
            Write(buffer, index, count);
            WriteLine();
        }

        /// <summary>Writes the object's text, if there is one, and the end of a line.</summary>
        public virtual void WriteLine(object value)
        {
            if (value == null)
            {
                WriteLine();
                return;
            }

            WriteLine(value.ToString());
        }

        /// <summary>Writes the character and the end of a line.</summary>
        public virtual void WriteLine(char value)
        {
            Write(value);
            WriteLine();
        }

        /// <summary>Writes the characters and the end of a line.</summary>
        public virtual void WriteLine(char[] buffer)
        {
            Write(buffer);
            WriteLine();
        }

        /// <summary>Writes the text and the end of a line.</summary>
        public virtual void WriteLine(string value)
        {
            Write(value);
            WriteLine();
        }

        /// <summary>Writes the value's text and the end of a line.</summary>
        public virtual void WriteLine(bool value)
        {
            Write(value);
            WriteLine();
        }

        /// <summary>Writes the value's text and the end of a line.</summary>
        public virtual void WriteLine(int value)
        {
            Write(value);
            WriteLine();
        }

        /// <summary>Writes the value's text and the end of a line.</summary>
        public virtual void WriteLine(uint value)
        {
            Write(value);
            WriteLine();
        }

        /// <summary>Writes the value's text and the end of a line.</summary>
        public virtual void WriteLine(long value)
        {
            Write(value);
            WriteLine();
        }

        /// <summary>Writes the value's text and the end of a line.</summary>
        public virtual void WriteLine(ulong value)
        {
            Write(value);
            WriteLine();
        }

        /// <summary>Writes the value's text and the end of a line.</summary>
        public virtual void WriteLine(float value)
        {
            Write(value);
            WriteLine();
        }

        /// <summary>Writes the value's text and the end of a line.</summary>
        public virtual void WriteLine(double value)
        {
            Write(value);
            WriteLine();
        }

        /// <summary>Releases what the writer holds.</summary>
        /// <param name="disposing">False when called from a finalizer.</param>
        protected virtual void Dispose(bool disposing)
        {
        }
    }
}
