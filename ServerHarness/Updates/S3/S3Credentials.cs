namespace SecureEsp.ServerHarness.Updates.S3;

/// <summary>Who signs, for which region.</summary>
/// <param name="SessionToken">Of temporary credentials; else null.</param>
public sealed record S3Credentials(string AccessKey, string SecretKey, string Region, string? SessionToken = null)
{
    public const string DefaultRegion = "us-east-1";

    /// <summary>From AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, as every tool of S3 takes them.</summary>
    /// <param name="variable">Gives an environment variable, or null.</param>
    /// <exception cref="HarnessException">One is missing.</exception>
    public static S3Credentials FromEnvironment(string region, Func<string, string?> variable) => new(
        Needed("AWS_ACCESS_KEY_ID", variable), Needed("AWS_SECRET_ACCESS_KEY", variable), region, variable("AWS_SESSION_TOKEN") is { Length: > 0 } token ? token : null);

    private static string Needed(string name, Func<string, string?> variable) =>
        variable(name) is { Length: > 0 } value ? value : throw new HarnessException($"{name} is not set", "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY", ExitCode.Missing);
}
