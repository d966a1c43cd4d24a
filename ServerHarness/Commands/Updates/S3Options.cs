using System.CommandLine;
using SecureEsp.ServerHarness.Updates.S3;

namespace SecureEsp.ServerHarness.Commands.Updates;

/// <summary>Where bundles are if not in the store's folder.</summary>
internal sealed class S3Options
{
    private readonly Option<string?> _endpoint = new("--s3-endpoint") { Description = "The https URL of an S3-compatible service that has the bundles; credentials are AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.", HelpName = "URL" };
    private readonly Option<string?> _bucket = new("--s3-bucket") { Description = "Its bucket.", HelpName = "NAME" };
    private readonly Option<string> _region = new("--s3-region") { Description = "Its region.", HelpName = "NAME", DefaultValueFactory = _ => S3Credentials.DefaultRegion };
    private readonly Option<bool> _isHost = new("--s3-virtual-host") { Description = "The bucket is part of the host name, BUCKET.HOST/KEY, as AWS wants it; HOST/BUCKET/KEY unless given." };

    public IReadOnlyList<Option> All => [_endpoint, _bucket, _region, _isHost];

    /// <summary>Null where bundles are in the store's folder.</summary>
    /// <exception cref="HarnessException">Half of it is named, or credentials are missing.</exception>
    public S3Location? Read(ParseResult line) => (line.GetValue(_endpoint), line.GetValue(_bucket)) switch
    {
        (null, null) => null,
        ({ } url, { Length: > 0 } bucket) when Uri.TryCreate(url, UriKind.Absolute, out var endpoint) && endpoint is { Query: "", Fragment: "" } && endpoint.Scheme == Uri.UriSchemeHttps =>
            new(endpoint, bucket, line.GetValue(_isHost), S3Credentials.FromEnvironment(line.GetRequiredValue(_region), Environment.GetEnvironmentVariable)),
        _ => throw new HarnessException("--s3-endpoint and --s3-bucket belong together, the endpoint as an https URL", "for example: --s3-endpoint https://s3.example.com --s3-bucket updates", ExitCode.Usage),
    };
}
