using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SecureEsp.ServerHarness.Updates.S3;

/// <summary>AWS Signature Version 4 in a URL's query, as S3 has it ("Authenticating Requests: Using Query Parameters").</summary>
internal static class SignatureV4
{
    public const string Algorithm = "AWS4-HMAC-SHA256";
    public const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";
    public const string SignedHeaders = "host";
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    /// <summary>The signature in hexadecimal.</summary>
    /// <param name="host">As in the Host header, with its port if it has one.</param>
    /// <param name="path">Not encoded.</param>
    /// <param name="query">All but X-Amz-Signature, not encoded.</param>
    /// <param name="time">X-Amz-Date.</param>
    public static string Sign(S3Credentials credentials, string method, string host, string path, IEnumerable<KeyValuePair<string, string>> query, DateTimeOffset time)
    {
        var request = string.Join('\n', method, EncodePath(path), EncodeQuery(query), $"host:{host}\n", SignedHeaders, "UNSIGNED-PAYLOAD");
        var toSign = string.Join('\n', Algorithm, Time(time), Scope(credentials.Region, time), Hex(SHA256.HashData(Encoding.UTF8.GetBytes(request))));
        var key = Hmac(Hmac(Hmac(Hmac(Encoding.UTF8.GetBytes("AWS4" + credentials.SecretKey), Day(time)), credentials.Region), "s3"), "aws4_request");
        return Hex(Hmac(key, toSign));
    }

    /// <summary>DATE/REGION/s3/aws4_request.</summary>
    public static string Scope(string region, DateTimeOffset time) => $"{Day(time)}/{region}/s3/aws4_request";

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    public static string EncodePath(string path) => string.Join('/', path.Split('/').Select(Encode));

    /// <summary>Sorted by name, as it is signed.</summary>
    public static string EncodeQuery(IEnumerable<KeyValuePair<string, string>> query) =>
        string.Join('&', query.Select(p => (Name: Encode(p.Key), Value: Encode(p.Value))).OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Value, StringComparer.Ordinal).Select(p => $"{p.Name}={p.Value}"));

    private static string Encode(string text)
    {
        var encoded = new StringBuilder();
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            encoded = Unreserved.Contains((char)value) ? encoded.Append((char)value) : encoded.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
        }

        return encoded.ToString();
    }

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
