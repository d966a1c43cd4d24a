using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Libraries.Text;

/// <summary>Host side of nanoFramework.System.Text, UTF8Decoder. It keeps nothing from call to call: unused bytes are the caller's to give again.</summary>
[Natives("nanoFramework.System.Text", "System.Text.UTF8Decoder")]
internal static class Utf8DecoderNatives
{
    public static void Convert(
        object self, byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex, int charCount, bool flush,
        out int bytesUsed, out int charsUsed, out bool completed)
    {
        if (bytes is null || chars is null) throw new NullReferenceException();
        if (byteIndex < 0 || byteCount < 0 || charIndex < 0 || charCount < 0 || bytes.Length - byteIndex < byteCount || chars.Length - charIndex < charCount)
            throw new ArgumentException();
        Utf8.Decode(bytes.AsSpan(byteIndex, byteCount), chars.AsSpan(charIndex, charCount), atEnd: flush, out bytesUsed, out charsUsed);
        completed = bytesUsed == byteCount;
    }
}
