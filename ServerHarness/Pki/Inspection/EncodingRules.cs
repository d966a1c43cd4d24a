using System.Security.Cryptography;
using System.Text;

namespace SecureEsp.ServerHarness.Pki.Inspection;

/// <summary>What can be wrong with a PEM file before any certificate is looked at.</summary>
internal static class EncodingRules
{
    private const string Begin = "-----BEGIN ";

    /// <param name="forNanoff">Whether the file goes to a board by nanoff, whose deployment needs a NUL byte at the end.</param>
    public static IEnumerable<Finding> Check(byte[] content, bool forNanoff)
    {
        if (content.AsSpan().StartsWith(Encoding.UTF8.Preamble))
        {
            yield return Finding.Error("byte-order-mark", "the file begins with a UTF-8 byte order mark", "save it without: openssl finds no certificate behind it");
        }

        var text = Encoding.Latin1.GetString(content);
        if (!text.Contains(Begin))
        {
            yield break;
        }

        var blocks = Blocks(text);
        if (blocks.Count != text.Split(Begin).Length - 1)
        {
            yield return Finding.Error("damaged-pem", "a PEM block has no end, or is not Base64", "copy it again, whole");
        }

        if (blocks.Any(b => b.Label.EndsWith("PRIVATE KEY", StringComparison.Ordinal)))
        {
            yield return Finding.Error("private-key-inside", "the file holds a private key beside certificates", "keep the key in a file of its own, mode 0600");
        }

        foreach (var finding in CheckEnd(blocks.Count > 0 ? text[blocks[^1].End..] : text, forNanoff))
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> CheckEnd(string rest, bool forNanoff)
    {
        var hasNul = rest.EndsWith('\0');
        if (forNanoff && !hasNul)
        {
            yield return Finding.Error(
                "missing-nul", "the file does not end with a NUL byte: nanoff copies it as it is, and the board then reads no certificate",
                "use the files of 'board provision', or append a NUL: printf '\\0' >> FILE");
        }
        else if (!forNanoff && hasNul)
        {
            yield return Finding.Warning("trailing-nul", "the file ends with a NUL byte, which only nanoff needs", "check it with --nanoff if that is what it is for");
        }

        if (rest.Trim('\0').Trim().Length > 0)
        {
            yield return Finding.Error("trailing-junk", "something follows the last PEM block", "delete it: some programs refuse the whole file");
        }
    }

    private static List<(string Label, int End)> Blocks(string text)
    {
        var blocks = new List<(string, int)>();
        for (var start = 0; PemEncoding.TryFind(text.AsSpan(start), out var block);)
        {
            blocks.Add((text.Substring(start + block.Label.Start.Value, block.Label.End.Value - block.Label.Start.Value), start + block.Location.End.Value));
            start += block.Location.End.Value;
        }

        return blocks;
    }
}
