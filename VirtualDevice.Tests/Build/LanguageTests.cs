namespace SecureEsp.VirtualDevice.Tests.Build;

/// <summary>What a board cannot run does not build on the desktop either.</summary>
public class LanguageTests
{
    [Fact]
    public void Ordinary_firmware_builds()
    {
        var (exitCode, output) = FirmwareBuild.Run(
            """
            using System;
            using System.Threading;
            namespace Probe
            {
                public class Blinker
                {
                    private readonly Action _toggle;
                    public Blinker(Action toggle) { _toggle = toggle ?? throw new ArgumentNullException(nameof(toggle)); }
                    public Thread Start(int times) => new Thread(() => { for (int i = 0; i < times; i++) { _toggle(); } });
                    public override string ToString() => $"blinker of {_toggle}";
                }
            }
            """);
        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public void Linq_async_nullable_and_later_language_versions_do_not_compile()
    {
        var (exitCode, output) = FirmwareBuild.Run(
            """
            using System.Linq;
            namespace Probe
            {
                public class Refused
                {
                    public async System.Threading.Tasks.Task Wait() { await System.Threading.Tasks.Task.Delay(1); }
                    public int? Maybe;
                    public System.Func<int> Generic;
                    public (int, int) Pair;
                    public required string Later;
                }
            }
            """);
        Assert.NotEqual(0, exitCode);
        Assert.Contains("'Linq' does not exist", output);
        Assert.Contains("'Tasks' does not exist", output);
        Assert.Contains("'System.Nullable`1' is not defined", output);
        Assert.Contains("'Func<>' does not exist", output);
        Assert.Contains("'System.ValueTuple`2' is not defined", output);
        Assert.Contains("not available in C# 9.0", output);
    }

    [Fact]
    public void Generics_and_what_else_crashes_the_interpreter_fail_the_build()
    {
        var (exitCode, output) = FirmwareBuild.Run(
            """
            namespace Probe
            {
                public class Box<T> { public T Value; }
                public class Refused
                {
                    public static void Of<T>(T value) { }
                    public static int[,] Grid() { return new int[2, 2]; }
                    public static int Sum(int a, int b) { return checked(a + b); }
                    public static object Boxed() { return new Box<int>(); }
                }
            }
            """);
        Assert.NotEqual(0, exitCode);
        Assert.Contains("error NANO1: generic type Probe.Box`1", output);
        Assert.Contains("error NANO1: generic method", output);
        Assert.Contains("error NANO1: multi-dimensional array", output);
        Assert.Contains("error NANO1: checked arithmetic", output);
        Assert.Contains("error NANO1: use of a generic", output);
        Assert.Contains("Source.cs(", output);
    }

    [Fact]
    public void What_is_too_large_for_one_assembly_of_a_board_fails_the_build()
    {
        var (exitCode, output) = FirmwareBuild.Run(
            $$"""
            namespace Probe
            {
                public class Large
                {
                    public const string Text = "{{new string('x', 70_000)}}";
                    public static string Words() { return Text; }
                    public static int Sum(int a, int b) { {{string.Concat(Enumerable.Repeat("a += b * a;", 14_000))}} return a; }
                }
            }
            """);
        Assert.NotEqual(0, exitCode);
        Assert.Matches(@"error NANO1: Probe has \d+ bytes of byte code, a board addresses 65535 in one assembly: divide it", output);
        Assert.Matches(@"error NANO1: Probe has \d+ bytes of names and literals, a board addresses 65535 in one assembly: divide it", output);
    }
}
