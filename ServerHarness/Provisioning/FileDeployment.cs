namespace SecureEsp.ServerHarness.Provisioning;

/// <summary>What <c>nanoff --filedeployment</c> takes: files for the board's flash.</summary>
public sealed record FileDeployment
{
    /// <summary>One after the other.</summary>
    public required IReadOnlyList<DeployedFile> Files { get; init; }
}

/// <summary>One file.</summary>
public sealed record DeployedFile
{
    /// <summary>Where it goes on the board, as in <c>I:\settings.txt</c>.</summary>
    public required string DestinationFilePath { get; init; }

    /// <summary>Where it comes from; null deletes the file on the board.</summary>
    public string? SourceFilePath { get; init; }
}
