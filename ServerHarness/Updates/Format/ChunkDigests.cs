using System.Security.Cryptography;

namespace SecureEsp.ServerHarness.Updates.Format;

/// <summary>
/// Digests of a payload, chunk by chunk, so that a device checks each before it writes it. They are HMAC-SHA-256 with a fixed and
/// public key: no secret, but collision resistant, and native speed on a board. The list is cut into pages, whose digests are signed.
/// </summary>
internal static class ChunkDigests
{
    public const int ChunkSize = 4096;
    public const int DigestSize = 32;
    private const int PageSize = 4096;

    private static ReadOnlySpan<byte> PublicKey => "SecureEsp bundle chunk digest v1"u8;

    /// <summary>One digest for each chunk; the last chunk may be short.</summary>
    public static byte[] List(ReadOnlySpan<byte> payload) => Each(payload, ChunkSize);

    /// <summary>One digest for each page of the list.</summary>
    public static IReadOnlyList<byte[]> Pages(ReadOnlySpan<byte> list) => [.. Each(list, PageSize).Chunk(DigestSize)];

    /// <summary>How many pages the list of a payload has.</summary>
    public static int Pages(int payloadSize) => (ListSize(payloadSize) + PageSize - 1) / PageSize;

    /// <summary>How many bytes the list of a payload has.</summary>
    public static int ListSize(int payloadSize) => (payloadSize + ChunkSize - 1) / ChunkSize * DigestSize;

    private static byte[] Each(ReadOnlySpan<byte> bytes, int size)
    {
        using var digests = new MemoryStream();
        for (var at = 0; at < bytes.Length; at += size)
        {
            digests.Write(HMACSHA256.HashData(PublicKey, bytes[at..Math.Min(at + size, bytes.Length)]));
        }

        return digests.ToArray();
    }
}
