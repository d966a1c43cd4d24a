using SecureEsp.ServerHarness.Browsing;

namespace SecureEsp.ServerHarness.Tests.Support;

/// <summary>A test with a real browser. Where none is installed it is skipped, which test.sh counts and tells.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        Timeout = 300_000;
        if (Chromium.Find() is null) Skip = "no Chromium is installed: apt-get install chromium libnss3-tools";
    }
}
