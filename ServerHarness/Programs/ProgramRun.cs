using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace SecureEsp.ServerHarness.Programs;

/// <summary>One run of another program to its end, or to a limit.</summary>
/// <param name="ExitCode"><see cref="CutOff"/> where it was ended at the limit.</param>
/// <param name="Output">What it wrote, byte by byte.</param>
/// <param name="Words">What it said on standard error, on one line.</param>
internal sealed record ProgramRun(int ExitCode, byte[] Output, string Words)
{
    /// <summary>In place of an exit code; no program has it.</summary>
    public const int CutOff = -1;

    /// <summary>What it wrote, as UTF-8, without line ends behind it.</summary>
    public string Text => Encoding.UTF8.GetString(Output).TrimEnd('\n');

    /// <summary>Runs a program. It is ended at the limit, and when this is cancelled.</summary>
    /// <param name="package">The Debian package that has it.</param>
    /// <param name="input">What it reads, and no other user of this machine sees, unlike arguments; null for nothing.</param>
    /// <exception cref="HarnessException">It is not installed, or cannot be run.</exception>
    public static async Task<ProgramRun> RunAsync(
        string name, IEnumerable<string> arguments, string package, TimeSpan limit, string? input, CancellationToken cancellation)
    {
        var path = ProgramSearch.Find(name, null)
            ?? throw new HarnessException($"the program '{name}' was not found in PATH", $"sudo apt-get install {package}", ServerHarness.ExitCode.Missing);
        using var process = Start(new(path, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true }, package);
        using var output = new MemoryStream();
        var written = process.StandardOutput.BaseStream.CopyToAsync(output, cancellation);
        var said = process.StandardError.ReadToEndAsync(cancellation);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(limit);
        try
        {
            await TellAsync(process, input, limited.Token);
            await process.WaitForExitAsync(limited.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            await written;
            return new(CutOff, output.ToArray(), $"nothing within {limit.TotalSeconds:0.#} s {OneLine(await said)}".TrimEnd());
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }

        await written;
        return new(process.ExitCode, output.ToArray(), OneLine(await said));
    }

    private static async Task TellAsync(Process process, string? input, CancellationToken cancellation)
    {
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellation);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended without reading: its exit code and words say why.
        }
    }

    private static Process Start(ProcessStartInfo start, string package)
    {
        try
        {
            return Process.Start(start) ?? throw new InvalidOperationException("no process was started");
        }
        catch (Win32Exception e)
        {
            throw new HarnessException($"{start.FileName} cannot be run: {e.Message}", $"sudo apt-get install {package}", ServerHarness.ExitCode.Missing, e);
        }
    }

    private static string OneLine(string text) => string.Join("; ", text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
