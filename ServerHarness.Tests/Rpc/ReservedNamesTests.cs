using System.Text.RegularExpressions;
using SecureEsp.DeviceApp.Rpc;

namespace SecureEsp.ServerHarness.Tests.Rpc;

/// <summary>Every file that the firmware keeps for itself is hidden from calls: a new one cannot be forgotten.</summary>
public sealed partial class ReservedNamesTests
{
    [Fact]
    public void Each_file_that_the_firmware_names_is_reserved()
    {
        var root = Sources.Path("DeviceApp");
        var named = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(f => Literal().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).Distinct().ToList();
        Assert.Contains("settings.txt", named);
        Assert.Contains("slot-b.bundle", named);
        Assert.All(named.Where(n => n != "www"), n => Assert.True(ReservedFiles.Has(n, []), $"FS.* shows I:\\{n}: add it to ReservedFiles"));
    }

    [GeneratedRegex("""
        "I:\\\\([^"\\]+)
        """)]
    private static partial Regex Literal();
}
