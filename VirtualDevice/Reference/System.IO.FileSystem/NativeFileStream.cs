using System.Runtime.CompilerServices;

namespace System.IO
{
    // An open file: made if it is not there, for reading and writing, at its beginning.
    internal class NativeFileStream
    {
#pragma warning disable CS0169 // The native side keeps its handle here.
        private object _fs;
#pragma warning restore CS0169

        [MethodImpl(MethodImplOptions.InternalCall)]
        public extern NativeFileStream(string path, int bufferSize);

        [MethodImpl(MethodImplOptions.InternalCall)]
        public extern int Read(byte[] buf, int offset, int count, int timeout);

        [MethodImpl(MethodImplOptions.InternalCall)]
        public extern int Write(byte[] buf, int offset, int count, int timeout);

        [MethodImpl(MethodImplOptions.InternalCall)]
        public extern long Seek(long offset, uint origin);

        [MethodImpl(MethodImplOptions.InternalCall)]
        public extern void Flush();

        [MethodImpl(MethodImplOptions.InternalCall)]
        public extern long GetLength();

        [MethodImpl(MethodImplOptions.InternalCall)]
        public extern void SetLength(long length);

        [MethodImpl(MethodImplOptions.InternalCall)]
        public extern void GetStreamProperties(out bool canRead, out bool canWrite, out bool canSeek);

        [MethodImpl(MethodImplOptions.InternalCall)]
        public extern void Close();
    }
}
