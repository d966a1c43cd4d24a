namespace System.IO
{
    /// <summary>Reads characters one after another.</summary>
    public abstract class TextReader : MarshalByRefObject, IDisposable
    {
        /// <summary>For the classes that implement it.</summary>
        protected TextReader()
        {
        }

        /// <summary>Releases what the reader holds.</summary>
        public virtual void Close()
        {
            Dispose();
        }

        /// <summary>Releases what the reader holds.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>The next character without taking it, or -1.</summary>
        public virtual int Peek() => -1;

        /// <summary>Takes the next character, or -1.</summary>
        public virtual int Read() => -1;

        /// <summary>Takes up to <paramref name="count"/> characters.</summary>
        /// <returns>The number taken, or -1.</returns>
        public virtual int Read(char[] buffer, int index, int count) => -1;

        /// <summary>Takes <paramref name="count"/> characters, or fewer at the end.</summary>
        public virtual int ReadBlock(char[] buffer, int index, int count)
        {
            int total = 0;
            int taken;
            do
            {
                taken = Read(buffer, index + total, count - total);
                total += taken;
            }
            while (taken > 0 && total < count);
            return total;
        }

        /// <summary>A line without its end, or null after the last one.</summary>
        public virtual string ReadLine() => null;

        /// <summary>All that is left.</summary>
        public virtual string ReadToEnd() => null;

        /// <summary>Releases what the reader holds.</summary>
        /// <param name="disposing">False when called from a finalizer.</param>
        protected virtual void Dispose(bool disposing)
        {
        }
    }
}
