namespace SecureEsp.ServerHarness.Tests.Support;

/// <summary>The time of this machine, and so much more.</summary>
internal sealed class MovedClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
}
