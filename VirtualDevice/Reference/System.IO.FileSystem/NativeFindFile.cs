using System.Runtime.CompilerServices;

namespace System.IO
{
    internal class NativeFindFile
    {
        // Null where there is nothing.
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern NativeFileInfo GetFileInfo(string path);
    }
}
