using System.Xml.Linq;
using Mono.Cecil;
using SecureEsp.VirtualDevice.Tests.Build;

namespace SecureEsp.VirtualDevice.Tests.Reference;

/// <summary>What firmware compiled here refers to must be what a board with the packages has: the CLR binds by Major and Minor.</summary>
public class PackageVersionTests
{
    [Fact]
    public void A_stand_in_has_the_version_of_its_package()
    {
        var packages = XDocument.Load(Path.Combine(Repository.Root, "nfproj.props")).Descendants("NanoPackage")
            .ToDictionary(p => Assembly(p.Attribute("Include")!.Value), p => Version.Parse(p.Attribute("Version")!.Value + ".0"));
        foreach (var path in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Reference"), "*.dll"))
        {
            using var module = ModuleDefinition.ReadModule(path);
            var own = module.Assembly.Name;
            if (packages.TryGetValue(own.Name, out var version)) Assert.Equal((own.Name, version), (own.Name, own.Version));
            foreach (var reference in module.AssemblyReferences) Assert.Equal((reference.Name, packages[reference.Name]), (reference.Name, reference.Version));
        }
    }

    private static string Assembly(string package) => package switch
    {
        "nanoFramework.CoreLibrary" => "mscorlib",
        _ when File.Exists(Path.Combine(AppContext.BaseDirectory, "Reference", package + ".dll")) => package,
        _ => package["nanoFramework.".Length..],
    };
}
