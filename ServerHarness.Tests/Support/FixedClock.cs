namespace SecureEsp.ServerHarness.Tests.Support;

/// <summary>A clock that is away from the system's by a fixed span.</summary>
public sealed class FixedClock(TimeSpan offset) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + offset;

    public static FixedClock DaysFromNow(double days) => new(TimeSpan.FromDays(days));
}
