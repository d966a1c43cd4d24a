using System.Globalization;

namespace SecureEsp.ServerHarness.Updates.S3;

/// <summary>Makes URLs that open one object with one method for a while.</summary>
internal static class PresignedUrl
{
    /// <param name="host">With its port unless that is 443.</param>
    /// <param name="path">Not encoded, from its first slash on.</param>
    public static string Make(S3Credentials credentials, string method, string host, string path, TimeSpan lifetime, DateTimeOffset now)
    {
        var query = new List<KeyValuePair<string, string>>
        {
            new("X-Amz-Algorithm", SignatureV4.Algorithm),
            new("X-Amz-Credential", $"{credentials.AccessKey}/{SignatureV4.Scope(credentials.Region, now)}"),
            new("X-Amz-Date", SignatureV4.Time(now)),
            new("X-Amz-Expires", ((int)lifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture)),
            new("X-Amz-SignedHeaders", SignatureV4.SignedHeaders),
        };
        if (credentials.SessionToken is { } token)
        {
            query.Add(new("X-Amz-Security-Token", token));
        }

        var signature = SignatureV4.Sign(credentials, method, host, path, query, now);
        return $"https://{host}{SignatureV4.EncodePath(path)}?{SignatureV4.EncodeQuery(query)}&X-Amz-Signature={signature}";
    }
}
