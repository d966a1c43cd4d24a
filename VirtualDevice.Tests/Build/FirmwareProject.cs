using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SecureEsp.VirtualDevice.Tests.Build;

/// <summary>
/// A firmware project file as Visual Studio and the nanoFramework project system need it. Their classic form repeats
/// itself in three places and nothing on a desktop reads two of them, so the rules stand here.
/// </summary>
internal sealed partial class FirmwareProject(string folder, string name, XElement project, XElement packages, IReadOnlyDictionary<string, string> versions)
{
    private static readonly string[] ImportOrder =
    [
        "nfproj.props", "NFProjectSystem.Default.props", "PropertyGroup", "NFProjectSystem.props", "NFProjectSystem.CSharp.targets", "ProjectExtensions",
    ];

    /// <returns>What is wrong, one sentence each; nothing for a sound project.</returns>
    public IEnumerable<string> Violations() =>
        CompileList().Concat(References()).Concat(Packages()).Concat(Order()).Concat(Properties()).Select(v => $"{name}: {v}");

    private IEnumerable<string> CompileList()
    {
        var items = Elements("Compile").Select(c => c.Attribute("Include")!.Value.Replace('\\', '/')).ToList();
        // A test project compiles the files that it tests, under a link: those are another folder's.
        var linked = items.Where(i => i.StartsWith("../", StringComparison.Ordinal)).ToList();
        var listed = items.Except(linked).ToHashSet();
        var present = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))
            .Where(f => !f.StartsWith("bin/", StringComparison.Ordinal) && !f.StartsWith("obj/", StringComparison.Ordinal)).ToHashSet();
        return present.Except(listed).Select(f => $"{f} is not in the Compile list")
            .Concat(listed.Except(present).Concat(linked.Where(l => !File.Exists(Path.Combine(folder, l)))).Select(f => $"the Compile list names {f}, which is not there"));
    }

    private IEnumerable<string> References()
    {
        foreach (var reference in Elements("Reference"))
        {
            var assembly = reference.Attribute("Include")!.Value;
            var hint = HintPath().Match(Child(reference, "HintPath"));
            if (!hint.Success || hint.Groups["dll"].Value != assembly) yield return $"{assembly} has no HintPath of the form packages\\ID.VERSION\\lib\\{assembly}.dll";
            else if (Listed(hint.Groups["id"].Value) != hint.Groups["version"].Value)
                yield return $"{assembly}: HintPath has {hint.Groups["id"].Value} {hint.Groups["version"].Value}, packages.config {Listed(hint.Groups["id"].Value) ?? "none"}";
            if (Child(reference, "Private") != "True") yield return $"{assembly} is not Private";
        }
    }

    private IEnumerable<string> Packages()
    {
        var referenced = Elements("Reference").Select(r => HintPath().Match(Child(r, "HintPath")).Groups["id"].Value).ToHashSet();
        foreach (var package in packages.Elements("package"))
        {
            var (id, version) = (package.Attribute("id")!.Value, package.Attribute("version")!.Value);
            if (!versions.TryGetValue(id, out var pinned)) yield return $"nfproj.props has no version of {id}";
            else if (pinned != version) yield return $"packages.config has {id} {version}, nfproj.props {pinned}";
            if (package.Attribute("targetFramework")?.Value != "netnano1.0") yield return $"{id}: targetFramework is not netnano1.0";
            if (!referenced.Contains(id)) yield return $"packages.config has {id}, which no Reference uses";
        }
    }

    private IEnumerable<string> Order()
    {
        var found = project.Elements()
            .Select(e => e.Name.LocalName == "Import" ? e.Attribute("Project")!.Value.Split('\\', '/', ')')[^1] : e.Name.LocalName)
            .Where(n => ImportOrder.Contains(n)).Distinct();
        if (!found.SequenceEqual(ImportOrder)) yield return $"imports stand in the order {string.Join(", ", found)}; the project system needs {string.Join(", ", ImportOrder)}";
        foreach (var import in Elements("Import").Where(i => i.Attribute("Project")!.Value.Contains("NFProjectSystem")))
            if (import.Attribute("Condition")?.Value != $"Exists('{import.Attribute("Project")!.Value}')") yield return $"the import of {import.Attribute("Project")!.Value} is not conditioned on its file";
    }

    private IEnumerable<string> Properties()
    {
        if (Property("ProjectTypeGuids") != "{11A8DD76-328B-46DF-9F39-F559912D0360};{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") yield return "ProjectTypeGuids are not nanoFramework's and C#'s";
        if (Property("TargetFrameworkVersion") != "v1.0") yield return "TargetFrameworkVersion is not v1.0";
        if (!Guid.TryParse(Property("ProjectGuid"), out _)) yield return "ProjectGuid is missing";
        if (!project.Descendants().Any(e => e.Name.LocalName == "ProjectConfigurationsDeclaredAsItems")) yield return "the capability ProjectConfigurationsDeclaredAsItems is missing";
        if (Property("IsTestProject") == "true" && Property("AssemblyName") != "NFUnitTest") yield return "a test assembly must be named NFUnitTest";
    }

    private string? Listed(string id) => packages.Elements("package").SingleOrDefault(p => p.Attribute("id")!.Value == id)?.Attribute("version")!.Value;

    private string? Property(string property) => project.Descendants().FirstOrDefault(e => e.Name.LocalName == property)?.Value;

    private IEnumerable<XElement> Elements(string element) => project.Descendants().Where(e => e.Name.LocalName == element);

    private static string Child(XElement parent, string child) => parent.Elements().FirstOrDefault(e => e.Name.LocalName == child)?.Value ?? "";

    [GeneratedRegex(@"^(\.\.\\)+packages\\(?<id>[A-Za-z0-9.]+?)\.(?<version>\d+\.\d+\.\d+)\\lib\\(?<dll>.+)\.(dll|exe)$")]
    private static partial Regex HintPath();
}
