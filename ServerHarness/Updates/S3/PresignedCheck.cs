using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SecureEsp.ServerHarness.Updates.S3;

/// <summary>Judges a request to a pre-signed URL as S3 does. It does no I/O.</summary>
internal static class PresignedCheck
{
    /// <summary>A week, S3's own bound.</summary>
    private const int LongestSeconds = 604_800;
    private static readonly TimeSpan s_skew = TimeSpan.FromMinutes(15);
    private static readonly string[] s_needed = ["X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date", "X-Amz-Expires", "X-Amz-SignedHeaders", "X-Amz-Signature"];

    /// <param name="host">The Host header.</param>
    /// <param name="target">Path and query as they stand in the request line.</param>
    /// <param name="path">The object's path, decoded; empty where it is refused.</param>
    /// <returns>Why it is refused; null where it may read.</returns>
    public static S3Error? Judge(S3Credentials credentials, string method, string host, string target, DateTimeOffset now, out string path)
    {
        path = "";
        var mark = target.IndexOf('?');
        if (mark < 0)
        {
            return S3Error.Denied("Access Denied");
        }

        if (Parse(target[(mark + 1)..]) is not { } query)
        {
            return S3Error.Parameters("A query parameter stands twice.");
        }

        if (s_needed.Any(name => !query.ContainsKey(name)))
        {
            return query.Keys.Any(name => name.StartsWith("X-Amz-", StringComparison.Ordinal))
                ? S3Error.Parameters("Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.")
                : S3Error.Denied("Access Denied");
        }

        var asked = Decode(target[..mark]);
        if (Time(credentials, query, now) is { } refusal)
        {
            return refusal;
        }

        var time = DateTimeOffset.ParseExact(query["X-Amz-Date"], SignatureV4.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        var expected = SignatureV4.Sign(credentials, method, host, asked, query.Where(p => p.Key != "X-Amz-Signature"), time);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(query["X-Amz-Signature"])))
        {
            return S3Error.WrongSignature;
        }

        var until = time.AddSeconds(int.Parse(query["X-Amz-Expires"], CultureInfo.InvariantCulture));
        if (now >= until)
        {
            return S3Error.Denied("Request has expired", ("X-Amz-Expires", query["X-Amz-Expires"]), ("Expires", $"{until:yyyy-MM-dd'T'HH:mm:ss'Z'}"), ("ServerTime", $"{now.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}"));
        }

        path = asked;
        return method is "GET" or "HEAD" ? null : S3Error.WrongMethod;
    }

    private static S3Error? Time(S3Credentials credentials, Dictionary<string, string> query, DateTimeOffset now)
    {
        if (query["X-Amz-Algorithm"] != SignatureV4.Algorithm)
        {
            return S3Error.Parameters("X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256\"");
        }

        if (!DateTimeOffset.TryParseExact(query["X-Amz-Date"], SignatureV4.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return S3Error.Parameters("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
        }

        if (!int.TryParse(query["X-Amz-Expires"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds is < 1 or > LongestSeconds)
        {
            return S3Error.Parameters("X-Amz-Expires must be a number from 1 to 604800 (a week in seconds)");
        }

        var slash = query["X-Amz-Credential"].IndexOf('/');
        if (slash < 0 || query["X-Amz-Credential"][(slash + 1)..] != SignatureV4.Scope(credentials.Region, time))
        {
            return S3Error.Parameters("Error parsing the X-Amz-Credential parameter; its scope is not that of the date and of this region.");
        }

        return query["X-Amz-Credential"][..slash] != credentials.AccessKey ? S3Error.UnknownKey
            : query["X-Amz-SignedHeaders"] != SignatureV4.SignedHeaders ? S3Error.Parameters("X-Amz-SignedHeaders must be host.")
            : time > now + s_skew ? S3Error.Denied("Request is not valid yet", ("ServerTime", $"{now.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}"))
            : null;
    }

    /// <returns>Null where a name stands twice.</returns>
    private static Dictionary<string, string>? Parse(string query)
    {
        var parsed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=');
            if (!parsed.TryAdd(Decode(equals < 0 ? pair : pair[..equals]), equals < 0 ? "" : Decode(pair[(equals + 1)..])))
            {
                return null;
            }
        }

        return parsed;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text);
}
