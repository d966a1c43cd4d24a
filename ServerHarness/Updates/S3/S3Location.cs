namespace SecureEsp.ServerHarness.Updates.S3;

/// <summary>A bucket of an S3-compatible service.</summary>
/// <param name="Endpoint">The service's https URL; a path in it comes before the bucket's.</param>
/// <param name="IsHost">Whether the bucket is part of the host name, BUCKET.HOST/KEY, as AWS wants it; else HOST/BUCKET/KEY.</param>
internal sealed record S3Location(Uri Endpoint, string Bucket, bool IsHost, S3Credentials Credentials)
{
    /// <summary>A URL that opens one object with one method for a while.</summary>
    /// <param name="key">The object's, not encoded.</param>
    public string Presign(string method, string key, TimeSpan lifetime, DateTimeOffset now)
    {
        var before = Uri.UnescapeDataString(Endpoint.AbsolutePath).TrimEnd('/');
        return IsHost
            ? PresignedUrl.Make(Credentials, method, $"{Bucket}.{Endpoint.Authority}", $"{before}/{key}", lifetime, now)
            : PresignedUrl.Make(Credentials, method, Endpoint.Authority, $"{before}/{Bucket}/{key}", lifetime, now);
    }
}
