using System.Text;

namespace SecureEsp.VirtualDevice.Libraries.Text;

/// <summary>UTF-8 as the device's CLR reads and writes it (nf-interpreter, UnicodeHelper): a text ends at NUL, what is no UTF-8 becomes U+FFFD.</summary>
internal static class Utf8
{
    private const char Replacement = '\uFFFD';

    /// <summary>Bytes of a text up to its first NUL. A surrogate without its other half is written as three bytes, as the device has it.</summary>
    public static byte[] GetBytes(string text)
    {
        var end = text.IndexOf('\0');
        var kept = end < 0 ? text : text[..end];
        return IsWellFormed(kept) ? Encoding.UTF8.GetBytes(kept) : GetBytesOfParts(kept);
    }

    /// <summary>The text of all bytes up to the first NUL.</summary>
    public static string GetString(ReadOnlySpan<byte> bytes)
    {
        var chars = new char[bytes.Length];
        Decode(bytes, chars, atEnd: true, out _, out var count);
        return new string(chars, 0, count);
    }

    /// <summary>Decodes what is complete and fits. A NUL is used up, gives no character and ends the decoding.</summary>
    /// <param name="atEnd">Whether an incomplete character at the end is an error (U+FFFD) or left to the next call.</param>
    public static void Decode(ReadOnlySpan<byte> bytes, Span<char> chars, bool atEnd, out int bytesUsed, out int charsUsed)
    {
        bytesUsed = 0;
        charsUsed = 0;
        while (bytesUsed < bytes.Length)
        {
            if (bytes[bytesUsed] == 0)
            {
                bytesUsed++;
                return;
            }
            var status = Rune.DecodeFromUtf8(bytes[bytesUsed..], out var rune, out var taken);
            if (status == System.Buffers.OperationStatus.NeedMoreData && !atEnd) return;
            var width = status == System.Buffers.OperationStatus.Done ? rune.Utf16SequenceLength : 1;
            if (charsUsed + width > chars.Length) return;
            if (status == System.Buffers.OperationStatus.Done) rune.EncodeToUtf16(chars[charsUsed..]);
            else chars[charsUsed] = Replacement;
            charsUsed += width;
            bytesUsed += taken;
        }
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }
        return true;
    }

    private static byte[] GetBytesOfParts(string text)
    {
        var bytes = new List<byte>(text.Length * 3);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) bytes.AddRange(Encoding.UTF8.GetBytes(text.Substring(i++, 2)));
            else if (char.IsSurrogate(text[i])) bytes.AddRange([(byte)(0xE0 | text[i] >> 12), (byte)(0x80 | text[i] >> 6 & 0x3F), (byte)(0x80 | text[i] & 0x3F)]);
            else bytes.AddRange(Encoding.UTF8.GetBytes(text.Substring(i, 1)));
        }
        return [.. bytes];
    }
}
