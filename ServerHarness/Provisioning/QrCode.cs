using System.Diagnostics;
using SecureEsp.ServerHarness.Broker;

namespace SecureEsp.ServerHarness.Provisioning;

/// <summary>QR codes, drawn by the program <c>qrencode</c>.</summary>
internal static class QrCode
{
    /// <summary>How to get the program.</summary>
    public const string Remedy = "apt-get install qrencode";

    /// <summary>Whether it is there.</summary>
    public static bool IsAvailable => ProgramSearch.Find("qrencode", null) is not null;

    /// <summary>Draws one with characters, for a terminal.</summary>
    /// <exception cref="HarnessException">There is no qrencode, or it fails.</exception>
    public static Task<string> DrawAsync(string text, CancellationToken cancellation) => RunAsync(text, ["-t", "UTF8", "-m", "2", "-o", "-"], cancellation);

    /// <summary>Draws one into a PNG file, which is its owner's alone: it holds the password.</summary>
    /// <exception cref="HarnessException">There is no qrencode, or it fails.</exception>
    public static async Task SaveAsync(string text, string file, CancellationToken cancellation)
    {
        await RunAsync(text, ["-t", "PNG", "-s", "8", "-o", file], cancellation);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, Pki.AtomicFile.Secret);
    }

    // The text goes through the input: other users see the arguments of a program.
    private static async Task<string> RunAsync(string text, string[] arguments, CancellationToken cancellation)
    {
        var program = ProgramSearch.Find("qrencode", null) ?? throw new HarnessException("qrencode is not installed", Remedy, ExitCode.Missing);
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        await process.StandardInput.WriteAsync(text);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(cancellation);
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode == 0 ? output : throw new HarnessException($"qrencode fails: {(await error).Trim()}", "see whether the file can be written");
    }
}
