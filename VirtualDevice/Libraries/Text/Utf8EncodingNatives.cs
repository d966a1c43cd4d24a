using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Libraries.Text;

/// <summary>Host side of nanoFramework.System.Text, UTF8Encoding.</summary>
[Natives("nanoFramework.System.Text", "System.Text.UTF8Encoding")]
internal static class Utf8EncodingNatives
{
    public static byte[] GetBytes(object self, string text)
    {
        if (text is null) throw new NullReferenceException();
        return Utf8.GetBytes(text);
    }

    public static int GetBytes(object self, string text, int charIndex, int charCount, byte[] bytes, int byteIndex)
    {
        if (text is null || bytes is null) throw new NullReferenceException();
        if (charIndex < 0 || charCount < 0 || byteIndex < 0 || charIndex > text.Length - charCount) throw new ArgumentOutOfRangeException();
        var encoded = Utf8.GetBytes(text.Substring(charIndex, charCount));
        if (byteIndex > bytes.Length - encoded.Length) throw new ArgumentOutOfRangeException();
        encoded.CopyTo(bytes, byteIndex);
        return encoded.Length;
    }

    public static char[] GetChars(object self, byte[] bytes)
    {
        if (bytes is null) throw new NullReferenceException();
        return Utf8.GetString(bytes).ToCharArray();
    }

    public static char[] GetChars(object self, byte[] bytes, int byteIndex, int byteCount)
    {
        if (bytes is null) throw new NullReferenceException();
        if (byteIndex < 0 || byteCount < 0 || byteIndex > bytes.Length - byteCount) throw new ArgumentOutOfRangeException();
        return Utf8.GetString(bytes.AsSpan(byteIndex, byteCount)).ToCharArray();
    }
}
