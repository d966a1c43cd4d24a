using SecureEsp.CryptoGenerator;
using SecureEsp.VirtualDevice.Tests.Build;

namespace SecureEsp.VirtualDevice.Tests.Crypto;

/// <summary>What the generator writes is what is compiled.</summary>
public class GeneratedFilesTests
{
    [Fact]
    public void Every_generated_file_is_as_the_generator_writes_it()
    {
        var written = GeneratedFiles.All().ToDictionary(f => f.Name, f => f.Text);
        var folder = Repository.PathOf("DeviceApp.Crypto");
        Assert.Equal(Directory.EnumerateFiles(folder, "*.g.cs").Select(f => Path.GetFileName(f)).Order(), written.Keys.Order());
        foreach (var (name, text) in written) Assert.Equal(text, File.ReadAllText(Path.Combine(folder, name)));
    }
}
