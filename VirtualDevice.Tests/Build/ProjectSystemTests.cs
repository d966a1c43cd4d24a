using System.Text.Json;

namespace SecureEsp.VirtualDevice.Tests.Build;

/// <summary>Where the nanoFramework project system is installed, firmware builds with it and the packages, not with ours.</summary>
public sealed class ProjectSystemTests : IDisposable
{
    private static readonly string[] Files = ["NFProjectSystem.Default.props", "NFProjectSystem.props", "NFProjectSystem.CSharp.targets"];

    private readonly DirectoryInfo _extensions = Directory.CreateTempSubdirectory("extensions-");

    public ProjectSystemTests()
    {
        // Stands for the Visual Studio extension: each file only tells that it was imported.
        var folder = Directory.CreateDirectory(Path.Combine(_extensions.FullName, "nanoFramework", "v1.0"));
        foreach (var file in Files)
            File.WriteAllText(Path.Combine(folder.FullName, file), $"<Project><PropertyGroup><Imported>$(Imported){file} </Imported></PropertyGroup></Project>");
    }

    [Theory]
    [InlineData("DeviceApp/DeviceApp.nfproj")]
    [InlineData("DeviceApp.Tests/DeviceApp.Tests.nfproj")]
    [InlineData("Applications/Blink/Blink.nfproj")]
    public void The_installed_project_system_is_imported_in_order_with_the_packages(string project)
    {
        var (exitCode, output) = Dotnet.Run(Repository.Root, "msbuild", project, $"-p:MSBuildExtensionsPath={_extensions.FullName}/",
            "-getProperty:Imported", "-getProperty:TargetFrameworkVersion", "-getProperty:UsingMicrosoftNETSdk", "-getItem:Reference");
        Assert.True(exitCode == 0, output);
        var evaluated = JsonDocument.Parse(output).RootElement;
        var properties = evaluated.GetProperty("Properties");
        Assert.Equal(string.Join(' ', Files), properties.GetProperty("Imported").GetString()!.Trim());
        Assert.Equal("v1.0", properties.GetProperty("TargetFrameworkVersion").GetString());
        Assert.Equal("", properties.GetProperty("UsingMicrosoftNETSdk").GetString());
        var references = evaluated.GetProperty("Items").GetProperty("Reference").EnumerateArray().ToList();
        Assert.Contains(references, r => r.GetProperty("Identity").GetString() == "mscorlib");
        Assert.All(references, r => Assert.Contains("packages", r.GetProperty("HintPath").GetString()));
    }

    public void Dispose() => _extensions.Delete(recursive: true);
}
