using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Mono.Cecil;
using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Images;
using SecureEsp.VirtualDevice.Tests.Images;

namespace SecureEsp.VirtualDevice.Tests.Runtime;

/// <summary>
/// The image: nf-interpreter, src/CLR/Include/nanoCLR_Types.h (CLR_RECORD_ASSEMBLY) and src/CLR/Core/TypeSystem.cpp.
/// </summary>
public class ImageLoadingTests
{
    [Fact]
    public void An_image_is_loaded_and_started()
    {
        var output = Run(Changed.Image("Hosted"));

        Assert.Contains("1 loaded Hosted, Version=2.3.4.5", output);
        Assert.Contains("1 says hello, loader", output);
    }

    [Fact]
    public void An_image_refers_to_one_loaded_before_it_and_its_exception_arrives_as_it_is()
    {
        var output = Run(Changed.Image("Hosted"), Changed.Image("HostedAddition"));
        Assert.Contains("2 threw System.InvalidOperationException: hello, addition for loader", output);
    }

    [Fact]
    public void What_it_refers_to_must_come_first()
    {
        var output = Run(Changed.Image("HostedAddition"), Changed.Image("Hosted"));

        Assert.Contains("Assembly: HostedAddition (0.0.0.0) needs assembly 'Hosted' (2.3.4.5)", output);
        Assert.Contains("1 threw System.Exception", output);
        Assert.Contains("2 says hello", output);
    }

    /// <summary>A second one of a name is a second assembly: nothing is unloaded or replaced, and the first answers references.</summary>
    [Fact]
    public void Two_of_one_name_live_side_by_side()
    {
        var second = Changed.Image("Hosted", m => Say(m, "second"));
        var output = Run(Changed.Image("Hosted"), second, Changed.Image("HostedAddition"));

        Assert.Contains("1 says hello, loader", output);
        Assert.Contains("2 says second, loader", output);
        Assert.Contains("3 threw System.InvalidOperationException: hello, addition", output);
    }

    [Theory]
    [InlineData(2, 3, true)]
    [InlineData(2, 4, false)]
    [InlineData(3, 3, false)]
    public void References_bind_by_name_Major_and_Minor(int major, int minor, bool links)
    {
        var addition = Changed.Image("HostedAddition", m => m.AssemblyReferences.Single(a => a.Name == "Hosted").Version = new Version(major, minor, 99, 99));
        Assert.Equal(links, Run(Changed.Image("Hosted"), addition).Contains("2 loaded"));
    }

    [Fact]
    public void A_member_that_is_not_there_is_named()
    {
        var image = Changed.Image("Hosted", m => m.GetMemberReferences().Single(r => r.Name == "Sleep").Name = "Doze");
        Assert.Contains("Resolve: unknown: System.Void System.Threading.Thread::Doze(System.Int32)", Run(image));
    }

    [Fact]
    public void Its_natives_are_not_bound()
    {
        var output = Run(Changed.Image("Hosted", m => AsNative(m.GetType("Hosted.Entry").Methods.Single(x => x.Name == "Start"))));
        Assert.Contains("1 threw System.NotImplementedException", output);
    }

    [Theory]
    [InlineData("bad-body-crc.pe", "ArgumentException: the body's checksum is wrong")]
    [InlineData("bad-header-crc.pe", "ArgumentException: the header's checksum is wrong")]
    [InlineData("truncated.pe", "ArgumentException")]
    [InlineData("size-lies.pe", "ArgumentException")]
    [InlineData("format-2.pe", "ArgumentException: the marker is NFMRK2")]
    [InlineData("native-patch.pe", "NotSupportedException: patchEntryOffset")]
    [InlineData("patched-methods.pe", "Exception: numOfPatchedMethods")]
    [InlineData("needs-reboot.pe", "Exception: the NeedReboot flag")]
    [InlineData("missing-reference.pe", "Exception: Assembly: Counter (0.0.0.0) needs assembly 'nanoFramework.System.Collections' (1.5.75.0)")]
    [InlineData("Greeter.pe", "NotSupportedException: Greeter is an image of the real tool chain, which a board runs")]
    public void A_sample_is_refused_with_words(string sample, string words) => Assert.Contains("1 threw System." + words, Run(Changed.Sample(sample)));

    [Fact]
    public void Tables_that_are_not_those_of_the_assembly_inside_are_refused()
    {
        // The version of the first reference: its Revision does not count for binding.
        var image = Changed.Sealed(Changed.Image("Hosted"), b => b[ImageHeader.Size + 10]++);
        Assert.Contains("1 threw System.Exception: Hosted: the image's tables are not those of the assembly in it", Run(image));
    }

    [Fact]
    public void Bytes_behind_the_image_do_not_count() => Assert.Contains("1 says hello", Run([.. Changed.Image("Hosted"), 1, 2, 3]));

    [Fact]
    public void No_more_than_64_assemblies()
    {
        var output = Run([.. Enumerable.Repeat(Changed.Image("Hosted"), 64)]);
        Assert.Contains("threw System.Exception: there are 64 assemblies already", output);
    }

    [Fact]
    public void Assemblies_are_found_by_name_and_version()
    {
        var board = Board(Changed.Image("Hosted"));
        board.Flash.Write(@"I:\find.txt", "mscorlib\nSystem.IO.FileSystem\nSystem.IO.FileSystem, Version=1.1.93.0\nSystem.IO.FileSystem, Version=1.1.92.0\nHosted\nSystem.Net"u8);
        var output = Run(board);

        Assert.Contains("found 1.17.11.0 for mscorlib", output);
        Assert.Contains("found 1.1.93.0 for System.IO.FileSystem", output);
        Assert.Contains("found 1.1.93.0 for System.IO.FileSystem, Version=1.1.93.0", output);
        Assert.Contains("none for System.IO.FileSystem, Version=1.1.92.0", output);
        Assert.Contains("found 2.3.4.5 for Hosted", output);
        Assert.Contains("none for System.Net", output);
        Assert.Contains("own: Loader, Version=0.0.0.0; core: mscorlib, Version=1.17.11.0; clock: mscorlib", output);
    }

    [Fact]
    public void A_reboot_leaves_nothing_of_what_was_loaded()
    {
        var context = RebootOnce();
        for (var i = 0; i < 10 && context.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.False(context.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference RebootOnce()
    {
        var before = AssemblyLoadContext.All.ToHashSet();
        using var device = new RunningDevice("Loader", Board(Changed.Image("Hosted")));
        device.WaitForOutput("1 says hello");
        device.WaitForOutput("done");
        var context = new WeakReference(AssemblyLoadContext.All.Single(c => c.Name == "Loader" && !before.Contains(c)));
        device.Device.Reset();
        device.WaitForOutput("done", 2);
        return context;
    }

    private static string Run(params byte[][] images) => Run(Board(images));

    private static string Run(VirtualBoard board)
    {
        using var device = new RunningDevice("Loader", board);
        device.WaitForOutput("done");
        return device.Output;
    }

    private static VirtualBoard Board(params byte[][] images)
    {
        var board = new VirtualBoard();
        for (var i = 0; i < images.Length; i++) board.Flash.Write($@"I:\{i + 1}.pe", images[i]);
        return board;
    }

    private static void Say(ModuleDefinition module, string words)
    {
        var said = module.GetType("Hosted.Entry").Methods.Single(m => m.Name == "Make").Body.Instructions.Single(i => i.Operand is "hello");
        said.Operand = words;
    }

    private static void AsNative(MethodDefinition method)
    {
        method.Body = null;
        method.ImplAttributes = Mono.Cecil.MethodImplAttributes.InternalCall;
    }
}
