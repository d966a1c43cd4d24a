using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Programs;

namespace SecureEsp.ServerHarness.Browsing;

/// <summary>The certificate store that a Chromium on Linux looks into: an NSS database in its home.</summary>
internal static class NssStore
{
    private const string Package = "libnss3-tools";
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    /// <summary>The programs that make it.</summary>
    public static IReadOnlyList<string> Programs => ["certutil", "pk12util"];

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
        var run = await ProgramRun.RunAsync(program, arguments, Package, s_limit, input: null, cancellation);
        if (run.ExitCode != 0) throw new HarnessException($"{program} fails: {run.Words} {run.Text.Trim()}".TrimEnd(), $"apt-get install {Package}");
    }
}
