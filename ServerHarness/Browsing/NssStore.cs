using System.Diagnostics;
using SecureEsp.ServerHarness.Broker;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Browsing;

/// <summary>The certificate store that a Chromium on Linux looks into: an NSS database in its home.</summary>
internal static class NssStore
{
    private const string Package = "apt-get install libnss3-tools";

    /// <summary>Makes one, with authorities and a client's certificate in it.</summary>
    /// <exception cref="HarnessException">certutil or pk12util is not installed, or does not take a file.</exception>
    public static async Task MakeAsync(string home, BrowserOptions options, CancellationToken cancellation)
    {
        var folder = Path.Combine(home, ".pki", "nssdb");
        Directory.CreateDirectory(folder);
        await RunAsync("certutil", ["-N", "-d", $"sql:{folder}", "--empty-password"], cancellation);
        // One at a time: of a file with several certutil takes the first.
        foreach (var (i, authority) in options.Authorities.SelectMany(CertificateFile.ReadAll).Index())
        {
            var file = Path.Combine(home, $"authority-{i}.pem");
            await File.WriteAllTextAsync(file, authority.ExportCertificatePem(), cancellation);
            await RunAsync("certutil", ["-A", "-d", $"sql:{folder}", "-n", $"authority {i}", "-t", "C,,", "-i", file], cancellation);
        }

        if (options.ClientCertificate is { } own) await RunAsync("pk12util", ["-i", own, "-d", $"sql:{folder}", "-W", ""], cancellation);
    }

    private static async Task RunAsync(string program, string[] arguments, CancellationToken cancellation)
    {
        var path = ProgramSearch.Find(program, null) ?? throw new HarnessException($"{program} is not installed", Package, ExitCode.Missing);
        using var process = Process.Start(new ProcessStartInfo(path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true })!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var error = await process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        if (process.ExitCode != 0) throw new HarnessException($"{program} fails: {error.Trim()} {(await output).Trim()}", Package);
    }
}
