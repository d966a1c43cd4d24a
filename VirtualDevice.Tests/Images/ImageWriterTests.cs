using SecureEsp.VirtualDevice.Images;

namespace SecureEsp.VirtualDevice.Tests.Images;

/// <summary>nf-interpreter, src/CLR/Include/nanoCLR_Types.h (CLR_RECORD_ASSEMBLY).</summary>
public class ImageWriterTests
{
    [Fact]
    public void A_wrapped_assembly_reads_back()
    {
        var image = PeImage.Read(Changed.Image("Hosted"));

        image.RefuseNativeCode();
        Assert.Equal("Hosted", image.Name);
        Assert.Equal(new Version(2, 3, 4, 5), image.Version);
        Assert.Equal(["mscorlib 1.17.11.0"], image.Assemblies.Select(a => a.ToString()));
        Assert.Equal(["System.Object::.ctor", "System.String::Concat", "System.Threading.Thread::Sleep"],
            image.Methods.Select(m => $"{image.NameOf(m.Type)}::{m.Name}").Append("System.Object::.ctor").Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(Changed.Assembly("Hosted"), WrappedAssembly.Find(image));
    }

    /// <summary>Every assembly of the device, so that every kind of name and signature comes by.</summary>
    [Fact]
    public void Every_library_of_the_device_reads_back_with_all_that_it_refers_to()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Reference"), "*.dll"))
        {
            using var module = Mono.Cecil.ModuleDefinition.ReadModule(path);
            var image = PeImage.Read(ImageWriter.Wrap(File.ReadAllBytes(path)));
            var expected = module.GetMemberReferences().OfType<Mono.Cecil.MethodReference>()
                .Where(m => m.DeclaringType is not Mono.Cecil.TypeSpecification && !(m.DeclaringType.Name.EndsWith("Attribute", StringComparison.Ordinal) && m.DeclaringType.Name != "Attribute"))
                .Select(m => m.FullName.Replace("System.IntPtr", "System.Int32"));
            Assert.Equal(expected, image.Methods.Select(m => MemberSignature.Read(image, m).Spell(image.NameOf(m.Type), m.Name)));
        }
    }

    [Fact]
    public void The_same_assembly_gives_the_same_image() => Assert.Equal(Changed.Image("Hosted"), Changed.Image("Hosted"));

    /// <summary>The string of 0xFCD2 and that of 0xFE28, as the CLR numbers them.</summary>
    [Fact]
    public void The_CLRs_strings_have_its_numbers()
    {
        Assert.Equal(("mscorlib", "System.Threading"), (ClrStrings.Find(0xFCD2), ClrStrings.Find(0xFE28)));
        Assert.Equal(0xFCD2, (int)ClrStrings.IndexOf("mscorlib")!);
        Assert.Null(ClrStrings.Find((ushort)ClrStrings.FirstIndex));
    }
}
