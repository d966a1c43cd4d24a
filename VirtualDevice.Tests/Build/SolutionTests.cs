namespace SecureEsp.VirtualDevice.Tests.Build;

/// <summary>A solution that does not build a project says nothing and succeeds: so its lines are looked at.</summary>
public class SolutionTests
{
    private const string FirmwareType = "{11A8DD76-328B-46DF-9F39-F559912D0360}";

    // The device's libraries and test firmware are built by the projects that carry them.
    private static readonly string[] NotListed = ["bin", "obj", "packages", "Reference", "Firmware"];

    private static readonly string[] Lines = File.ReadAllLines(Repository.PathOf("SecureEsp.sln"));

    public static TheoryData<string> Projects() =>
        [.. new[] { "*.nfproj", "*.csproj" }.SelectMany(p => Directory.EnumerateFiles(Repository.Root, p, SearchOption.AllDirectories))
            .Select(p => Path.GetRelativePath(Repository.Root, p).Replace('/', '\\')).Where(p => !p.Split('\\').Intersect(NotListed).Any()).Order()];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_is_built_in_both_configurations(string project)
    {
        var entry = Assert.Single(Lines, l => l.StartsWith("Project(", StringComparison.Ordinal) && l.Contains($"\"{project}\""));
        var id = entry.Split('"')[^2];
        foreach (var configuration in new[] { "Debug", "Release" })
            Assert.Contains(Lines, l => l.Trim() == $"{id}.{configuration}|Any CPU.Build.0 = {configuration}|Any CPU");
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Firmware_has_the_project_type_that_Visual_Studio_needs(string project)
    {
        var entry = Assert.Single(Lines, l => l.StartsWith("Project(", StringComparison.Ordinal) && l.Contains($"\"{project}\""));
        Assert.Equal(project.EndsWith(".nfproj", StringComparison.Ordinal), entry.Contains($"Project(\"{FirmwareType}\")"));
    }
}
