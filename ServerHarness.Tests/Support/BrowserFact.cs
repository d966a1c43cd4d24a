using SecureEsp.ServerHarness.Browsing;

namespace SecureEsp.ServerHarness.Tests.Support;

/// <summary>A test with a real browser. Where none is installed it is skipped, which test.sh counts and tells.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    internal const int Limit = 300_000;

    public BrowserFactAttribute() => (Timeout, Skip) = (Limit, WhySkipped);

    /// <summary>Null where there is a browser.</summary>
    internal static string? WhySkipped => Chromium.Missing.Count == 0 ? null : $"{string.Join(" and ", Chromium.Missing)} not installed: apt-get install chromium libnss3-tools";
}

/// <summary>A test with cases, each with a real browser; skipped where none is installed.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => (Timeout, Skip) = (BrowserFactAttribute.Limit, BrowserFactAttribute.WhySkipped);
}
