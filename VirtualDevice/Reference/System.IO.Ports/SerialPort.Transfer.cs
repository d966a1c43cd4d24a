using System.Runtime.CompilerServices;

namespace System.IO.Ports
{
    /// <content>Reading and writing.</content>
    public sealed partial class SerialPort
    {
        /// <summary>Waits until ALL <paramref name="count"/> bytes are there and reads them.</summary>
        /// <returns>Number of bytes read.</returns>
        /// <exception cref="TimeoutException">They were not there within <see cref="ReadTimeout"/>; none is taken.</exception>
        /// <exception cref="InvalidOperationException">Offset or count is larger than the buffer.</exception>
        /// <exception cref="ArgumentException">The range ends outside the buffer.</exception>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public extern int Read(byte[] buffer, int offset, int count);

        /// <summary>Waits for one byte.</summary>
        /// <exception cref="TimeoutException">None came within <see cref="ReadTimeout"/>.</exception>
        public int ReadByte()
        {
            byte[] one = new byte[1];
            Read(one, 0, 1);
            return one[0];
        }

        /// <summary>What is there, without waiting.</summary>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public extern string ReadExisting();

        /// <summary>Waits for a whole line and returns it without <see cref="NewLine"/>.</summary>
        /// <exception cref="TimeoutException">None came within <see cref="ReadTimeout"/>.</exception>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public extern string ReadLine();

        /// <summary>Sends bytes; returns once they are sent.</summary>
        /// <exception cref="TimeoutException">Not sent within <see cref="WriteTimeout"/>.</exception>
        /// <exception cref="InvalidOperationException">Offset or count is larger than the buffer.</exception>
        /// <exception cref="ArgumentException">The range ends outside the buffer.</exception>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public extern void Write(byte[] buffer, int offset, int count);

        /// <summary>Sends one byte.</summary>
        public void WriteByte(byte value)
        {
            Write(new byte[] { value }, 0, 1);
        }

        /// <summary>Sends a text as UTF-8; null sends nothing.</summary>
        public void Write(string text)
        {
            NativeWriteString(text, false);
        }

        /// <summary>Sends a text and <see cref="NewLine"/>.</summary>
        public void WriteLine(string text)
        {
            NativeWriteString(text, true);
        }

        [MethodImpl(MethodImplOptions.InternalCall)]
        internal static extern string GetDeviceSelector();

        [MethodImpl(MethodImplOptions.InternalCall)]
        internal extern void NativeSetWatchChar();

        [MethodImpl(MethodImplOptions.InternalCall)]
        internal extern void NativeWriteString(string text, bool addNewLine);

        [MethodImpl(MethodImplOptions.InternalCall)]
        internal extern void NativeReceivedBytesThreshold(int value);

        [MethodImpl(MethodImplOptions.InternalCall)]
        private extern void NativeDispose();

        [MethodImpl(MethodImplOptions.InternalCall)]
        private extern void NativeInit();

        [MethodImpl(MethodImplOptions.InternalCall)]
        private extern void NativeConfig();
    }
}
