namespace SecureEsp.ServerHarness.Tests.Support;

/// <summary>A test that fails rather than hangs.</summary>
public sealed class TimedFactAttribute : FactAttribute
{
    public TimedFactAttribute() => Timeout = 120_000;
}

/// <summary>A test with cases, each of which fails rather than hangs.</summary>
public sealed class TimedTheoryAttribute : TheoryAttribute
{
    public TimedTheoryAttribute() => Timeout = 120_000;
}
