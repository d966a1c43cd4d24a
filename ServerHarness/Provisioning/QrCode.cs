using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Programs;

namespace SecureEsp.ServerHarness.Provisioning;

/// <summary>QR codes, drawn by the program <c>qrencode</c>.</summary>
internal static class QrCode
{
    private const string Program = "qrencode", Package = "qrencode";
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);

    /// <summary>How to get the program.</summary>
    public const string Remedy = "apt-get install " + Package;

    /// <summary>Whether it is there.</summary>
    public static bool IsAvailable => ProgramSearch.Find(Program, null) is not null;

    /// <summary>Draws one with characters, for a terminal.</summary>
    /// <exception cref="HarnessException">There is no qrencode, or it fails.</exception>
    public static async Task<string> DrawAsync(string text, CancellationToken cancellation) => (await RunAsync(text, ["-t", "UTF8", "-m", "2"], cancellation)).Text;

    /// <summary>Draws one into a PNG file, which is its owner's alone from its first byte on: it holds the password.</summary>
    /// <exception cref="HarnessException">There is no qrencode, it fails, or the file cannot be written.</exception>
    public static async Task SaveAsync(string text, string file, CancellationToken cancellation) =>
        AtomicFile.Write(file, (await RunAsync(text, ["-t", "PNG", "-s", "8"], cancellation)).Output, AtomicFile.Secret);

    // The text goes through the input: other users see the arguments of a program.
    private static async Task<ProgramRun> RunAsync(string text, string[] arguments, CancellationToken cancellation)
    {
        var run = await ProgramRun.RunAsync(Program, [.. arguments, "-o", "-"], Package, s_limit, text, cancellation);
        return run.ExitCode == 0 ? run : throw new HarnessException($"qrencode fails: {run.Words}", Remedy);
    }
}
