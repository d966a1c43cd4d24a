using SecureEsp.VirtualDevice.Images;

namespace SecureEsp.VirtualDevice.Tests.Images;

/// <summary>nf-interpreter, src/CLR/Include/nanoCLR_Types.h (CLR_RECORD_ASSEMBLY).</summary>
public class PeImageTests
{
    [Fact]
    public void An_image_of_the_real_tool_chain_is_read()
    {
        var image = PeImage.Read(Changed.Sample("Counter.pe"));

        image.RefuseNativeCode();
        Assert.Equal("Counter", image.Name);
        Assert.Equal(["mscorlib 1.17.11.0", "nanoFramework.System.Collections 1.5.75.0", "nanoFramework.System.Text 1.3.42.0"], image.Assemblies.Select(a => a.ToString()));
        Assert.Contains("System.Byte[] System.Text.Encoding::GetBytes(System.String)", Members(image));
        Assert.Contains("System.Text.Encoding System.Text.Encoding::get_UTF8()", Members(image));
        Assert.Contains("System.Void System.Collections.Hashtable::set_Item(System.Object,System.Object)", Members(image));
    }

    [Theory]
    [InlineData("Greeter.pe", null)]
    [InlineData("Counter.pe", null)]
    [InlineData("missing-reference.pe", null)]
    [InlineData("bad-body-crc.pe", ImageFlaw.Damaged)]
    [InlineData("bad-header-crc.pe", ImageFlaw.Damaged)]
    [InlineData("truncated.pe", ImageFlaw.Damaged)]
    [InlineData("size-lies.pe", ImageFlaw.Damaged)]
    [InlineData("format-2.pe", ImageFlaw.WrongFormat)]
    [InlineData("native-patch.pe", ImageFlaw.NativePatch)]
    [InlineData("patched-methods.pe", ImageFlaw.PatchedMethods)]
    [InlineData("needs-reboot.pe", ImageFlaw.NeedsReboot)]
    public void A_sample_gets_its_verdict(string sample, ImageFlaw? expected)
    {
        var refusal = Record.Exception(() => PeImage.Read(Changed.Sample(sample)).RefuseNativeCode()) as ImageException;
        Assert.Equal(expected, refusal?.Flaw);
    }

    [Fact]
    public void Cut_short_anywhere_it_is_damaged()
    {
        var whole = Changed.Sample("Greeter.pe");
        for (var length = 0; length < whole.Length; length++)
            Assert.Equal(ImageFlaw.Damaged, Assert.Throws<ImageException>(() => PeImage.Read(whole[..length])).Flaw);
    }

    [Fact]
    public void No_bytes_make_the_reader_fail_otherwise_than_by_refusing()
    {
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var image = Changed.Sample("Counter.pe");
            for (var change = random.Next(1, 4); change > 0; change--) image[8 + random.Next(image.Length - 8)] = (byte)random.Next(256);
            ImageWriter.Seal(image);
            try
            {
                var read = PeImage.Read(image);
                foreach (var member in read.Methods.Concat(read.Fields)) MemberSignature.Read(read, member);
            }
            catch (ImageException)
            {
                // A refusal is what is wanted.
            }
        }
    }

    private static IEnumerable<string> Members(PeImage image) =>
        image.Methods.Select(m => MemberSignature.Read(image, m).Spell(image.NameOf(m.Type), m.Name));
}
