namespace System.IO
{
    // Filled by the native side.
    internal class NativeFileInfo
    {
#pragma warning disable CS0649
        public uint Attributes;
        public long Size;
        public string FileName;
#pragma warning restore CS0649
    }
}
