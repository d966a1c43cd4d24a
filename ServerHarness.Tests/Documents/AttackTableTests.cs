using System.Text.RegularExpressions;

namespace SecureEsp.ServerHarness.Tests.Documents;

/// <summary>A table that promises tests keeps its promise: every test that it names is there.</summary>
public sealed partial class AttackTableTests
{
    private static readonly string[] s_folders = ["DeviceApp.Tests", "DeviceApp.Update.Tests", "ServerHarness.Tests", "VirtualDevice.Tests"];

    [Fact]
    public void Every_test_that_the_table_of_attacks_names_is_there()
    {
        var sources = s_folders.Select(f => Sources.Path(f)).SelectMany(f => Directory.EnumerateFiles(f, "*Tests.cs", SearchOption.AllDirectories))
            .GroupBy(f => Path.GetFileNameWithoutExtension(f)).ToDictionary(g => g.Key, g => string.Concat(g.Select(File.ReadAllText)));
        var rows = File.ReadAllLines(Sources.Path("DeviceApp.Update", "README.md")).SkipWhile(l => l != "## Attacks").Skip(1).TakeWhile(l => !l.StartsWith("## ", StringComparison.Ordinal)).Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(1).ToList();
        Assert.True(rows.Count >= 20);
        var missing = rows.SelectMany(row => Named().Matches(row.Split('|')[^2])).Where(named => !IsThere(sources, named)).Select(named => named.Value).ToList();
        Assert.True(missing.Count == 0, string.Join('\n', missing));
        Assert.All(rows, row => Assert.Matches(Named(), row.Split('|')[^2]));
    }

    private static bool IsThere(Dictionary<string, string> sources, Match named) =>
        sources.TryGetValue(named.Groups["class"].Value, out var source) && (!named.Groups["test"].Success || source.Contains($" {named.Groups["test"].Value}(", StringComparison.Ordinal));

    [GeneratedRegex(@"`(?<class>[A-Z][A-Za-z0-9]*Tests)(?:\.(?<test>[A-Za-z0-9_]+))?`")]
    private static partial Regex Named();
}
