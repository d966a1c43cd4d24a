namespace SecureEsp.VirtualDevice.Tests.Build;

/// <summary>Builds one source file as firmware, with the project system that stands in for nanoFramework's.</summary>
internal static class FirmwareBuild
{
    private const string Project =
        """
        <Project>
          <Import Project="{0}/nfproj.props" />
          <Import Project="$(NanoFrameworkProjectSystemPath)NFProjectSystem.Default.props" />
          <PropertyGroup>
            <OutputType>Library</OutputType>
            <TargetFrameworkVersion>v1.0</TargetFrameworkVersion>
          </PropertyGroup>
          <Import Project="$(NanoFrameworkProjectSystemPath)NFProjectSystem.props" />
          <ItemGroup>
            <Compile Include="Source.cs" />
            <Reference Include="mscorlib" />
          </ItemGroup>
          <Import Project="$(NanoFrameworkProjectSystemPath)NFProjectSystem.CSharp.targets" />
        </Project>
        """;

    /// <returns>Exit code of the build and all that it printed.</returns>
    public static (int ExitCode, string Output) Run(string source)
    {
        var folder = Directory.CreateTempSubdirectory("firmware-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "Probe.nfproj"), string.Format(Project, Repository.Root));
            File.WriteAllText(Path.Combine(folder.FullName, "Source.cs"), source);
            return Build(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // BuildProjectReferences=false: the libraries are built, and nobody else may write them meanwhile.
    private static (int ExitCode, string Output) Build(string folder) =>
        Dotnet.Run(folder, "build", "Probe.nfproj", "--nologo", "-v:q", "-m:1", "-nodeReuse:false", "-p:BuildProjectReferences=false", $"-p:Configuration={Configuration}");

#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif
}
