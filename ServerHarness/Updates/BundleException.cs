namespace SecureEsp.ServerHarness.Updates;

/// <summary>Something that is no bundle, manifest or key set, or a damaged one.</summary>
public sealed class BundleException(string message) : Exception(message);
