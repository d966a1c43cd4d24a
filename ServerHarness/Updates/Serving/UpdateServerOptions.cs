using SecureEsp.ServerHarness.Endpoint;
using SecureEsp.ServerHarness.Updates.S3;

namespace SecureEsp.ServerHarness.Updates.Serving;

/// <summary>Where the update server listens, and where its bundles are.</summary>
internal sealed record UpdateServerOptions
{
    /// <summary>Certificate, authorities, address and limits; its ports and pages are not used.</summary>
    public required EndpointOptions Endpoint { get; init; }

    /// <summary>The store's folder: releases, groups and reports, and the bundles unless they are elsewhere.</summary>
    public required string Store { get; init; }

    /// <summary>Port of the update URL; 0 picks a free one.</summary>
    public int Port { get; init; }

    /// <summary>Port of the store; 0 picks a free one.</summary>
    public int StorePort { get; init; }

    /// <summary>How long a pre-signed URL opens its object.</summary>
    public TimeSpan UrlLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Where the bundles are if not in the store's folder.</summary>
    public S3Location? Elsewhere { get; init; }

    /// <summary>A folder that everybody may read; null for none.</summary>
    public string? Folder { get; init; }

    /// <summary>Its port; 0 picks a free one.</summary>
    public int FolderPort { get; init; }
}
