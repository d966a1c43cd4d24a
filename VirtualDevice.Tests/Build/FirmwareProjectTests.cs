using System.Xml.Linq;

namespace SecureEsp.VirtualDevice.Tests.Build;

public class FirmwareProjectTests
{
    public static TheoryData<string> Projects() => [.. Found()];

    private static IEnumerable<string> Found()
    {
        var ignored = new[] { "bin", "obj", "packages", ".git" };
        var found = Directory.EnumerateFiles(Repository.Root, "*.nfproj", SearchOption.AllDirectories)
            .Select(p => Path.GetRelativePath(Repository.Root, p).Replace('\\', '/')).Where(p => !p.Split('/').Intersect(ignored).Any());
        return found.Order(StringComparer.Ordinal);
    }

    [Fact]
    public void There_are_the_firmware_projects() =>
        Assert.Equal(
        [
            "Applications/Blink/Blink.nfproj", "Applications/BlinkBroken/BlinkBroken.nfproj", "Applications/BlinkTwice/BlinkTwice.nfproj",
            "DeviceApp.Crypto/DeviceApp.Crypto.nfproj", "DeviceApp.Formats/DeviceApp.Formats.nfproj",
            "DeviceApp.Provisioning.Tests/DeviceApp.Provisioning.Tests.nfproj",
            "DeviceApp.Rpc.Tests/DeviceApp.Rpc.Tests.nfproj", "DeviceApp.Rpc/DeviceApp.Rpc.nfproj",
            "DeviceApp.Tests/DeviceApp.Tests.nfproj", "DeviceApp.Update.Tests/DeviceApp.Update.Tests.nfproj",
            "DeviceApp.Update/DeviceApp.Update.nfproj", "DeviceApp.Web.Tests/DeviceApp.Web.Tests.nfproj",
            "DeviceApp.Web/DeviceApp.Web.nfproj", "DeviceApp/DeviceApp.nfproj",
            "Samples/Weather/Weather.nfproj",
        ], Found());

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_firmware_project_is_sound(string project)
    {
        var violations = Read(project).Violations().ToList();
        Assert.True(violations.Count == 0, string.Join(Environment.NewLine, violations));
    }

    [Theory]
    [InlineData("a source file missing in the Compile list", "is not in the Compile list")]
    [InlineData("a Compile item without a file", "which is not there")]
    [InlineData("another version in a HintPath", "HintPath has nanoFramework.CoreLibrary 9.9.9, packages.config 1.17.11")]
    [InlineData("a package that nfproj.props has otherwise", "nfproj.props 1.17.11")]
    [InlineData("a reference without a package", "packages.config none")]
    [InlineData("an import out of order", "imports stand in the order")]
    [InlineData("an unconditional import", "is not conditioned on its file")]
    [InlineData("a desktop target framework", "TargetFrameworkVersion is not v1.0")]
    public void A_broken_firmware_project_is_noticed(string defect, string expected) =>
        Assert.Contains(Read("DeviceApp/DeviceApp.nfproj", (project, packages) => Break(defect, project, packages)).Violations(), v => v.Contains(expected));

    private static void Break(string defect, XElement project, XElement packages)
    {
        XElement First(string name) => project.Descendants().First(e => e.Name.LocalName == name);
        XElement Program() => project.Descendants().Single(e => e.Name.LocalName == "Compile" && e.Attribute("Include")!.Value == "Program.cs");
        XElement CoreHint() => project.Descendants().First(e => e.Name.LocalName == "HintPath" && e.Value.Contains("CoreLibrary"));
        XElement CorePackage() => packages.Elements().First(p => p.Attribute("id")!.Value == "nanoFramework.CoreLibrary");
        switch (defect)
        {
            case "a source file missing in the Compile list": Program().Remove(); break;
            case "a Compile item without a file": Program().SetAttributeValue("Include", "Gone.cs"); break;
            case "another version in a HintPath": CoreHint().Value = CoreHint().Value.Replace("1.17.11", "9.9.9"); break;
            case "a package that nfproj.props has otherwise": CorePackage().SetAttributeValue("version", "9.9.9"); break;
            case "a reference without a package": CorePackage().Remove(); break;
            case "an import out of order": project.Elements().Last(e => e.Name.LocalName == "Import").Remove(); break;
            case "an unconditional import": project.Elements().Last(e => e.Name.LocalName == "Import").Attribute("Condition")!.Remove(); break;
            case "a desktop target framework": First("TargetFrameworkVersion").Value = "v4.8"; break;
            default: throw new ArgumentException(defect);
        }
    }

    private static FirmwareProject Read(string project, Action<XElement, XElement>? edit = null)
    {
        var path = Repository.PathOf(project);
        var folder = Path.GetDirectoryName(path)!;
        var (file, packages) = (XElement.Load(path), XElement.Load(Path.Combine(folder, "packages.config")));
        edit?.Invoke(file, packages);
        return new FirmwareProject(folder, project, file, packages, Versions());
    }

    private static Dictionary<string, string> Versions() =>
        XElement.Load(Repository.PathOf("nfproj.props")).Descendants("NanoPackage").ToDictionary(p => p.Attribute("Include")!.Value, p => p.Attribute("Version")!.Value);
}
