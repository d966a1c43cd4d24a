using System.Diagnostics;
using SecureEsp.ServerHarness.Programs;

namespace SecureEsp.ServerHarness.Browsing;

/// <summary>What a browser is started with.</summary>
internal sealed record BrowserOptions
{
    /// <summary>PEM files of the authorities that it trusts beside its own.</summary>
    public IReadOnlyList<string> Authorities { get; init; } = [];

    /// <summary>A PKCS#12 file with a client certificate, without a password; null for none.</summary>
    public string? ClientCertificate { get; init; }

    /// <summary>Where names and ports really are, as in <c>MAP 192.168.4.1:443 127.0.0.1:34567</c>.</summary>
    public IReadOnlyList<string> HostRules { get; init; } = [];
}

/// <summary>A headless Chromium with a home of its own, driven over the DevTools protocol.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    /// <summary>For everything that is waited for. A browser on a busy machine takes its time.</summary>
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    /// <summary>For the end of a browser that was ended by force.</summary>
    private static readonly TimeSpan s_endLimit = TimeSpan.FromSeconds(10);

    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome"];

    private readonly Process _process;
    private readonly string _home;
    private readonly DevTools _tools;

    private Chromium(Process process, string home, DevTools tools)
    {
        _process = process;
        _home = home;
        _tools = tools;
    }

    /// <summary>Where the browser is; null: not installed.</summary>
    public static string? Find() => s_names.Select(name => ProgramSearch.Find(name, null)).FirstOrDefault(p => p is not null);

    /// <summary>The programs that this takes and that are not installed.</summary>
    public static IReadOnlyList<string> Missing => [.. NssStore.Programs.Where(p => ProgramSearch.Find(p, null) is null), .. Find() is null ? ["chromium"] : Array.Empty<string>()];

    /// <summary>Starts one.</summary>
    /// <exception cref="HarnessException">Browser or certutil are not installed, or it does not start.</exception>
    public static async Task<Chromium> StartAsync(BrowserOptions options, CancellationToken cancellation)
    {
        var program = Find() ?? throw new HarnessException("no Chromium is installed", "apt-get install chromium", ExitCode.Missing);
        var home = Directory.CreateTempSubdirectory("secureesp-browser-").FullName;
        Process? process = null;
        try
        {
            await NssStore.MakeAsync(home, options, cancellation);
            process = Process.Start(StartInfo(program, home, options))!;
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(s_limit);
            return new(process, home, await DevTools.ConnectAsync(await AddressAsync(process, home, limit.Token), limit.Token));
        }
        catch (Exception e)
        {
            await EndAsync(process, home);
            if (e is OperationCanceledException && !cancellation.IsCancellationRequested)
                throw new HarnessException($"{program} did not start within {s_limit.TotalSeconds} s", "start it by hand with --headless: what does it say?", ExitCode.Failed, e);
            throw;
        }
    }

    public Task<BrowserPage> OpenPageAsync(CancellationToken cancellation) => BrowserPage.OpenAsync(_tools, s_limit, cancellation);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _tools.DisposeAsync();
        }
        finally
        {
            await EndAsync(_process, _home);
        }
    }

    private static ProcessStartInfo StartInfo(string program, string home, BrowserOptions options)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
            ArgumentList =
            {
                "--headless=new", "--remote-debugging-port=0", $"--user-data-dir={Profile(home)}", "--no-first-run", "--no-default-browser-check",
                "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--disable-extensions", "--window-size=480,900", "--hide-scrollbars",
            },
            Environment = { ["HOME"] = home, ["XDG_CONFIG_HOME"] = home, ["XDG_CACHE_HOME"] = home },
        };
        if (options.HostRules.Count > 0) start.ArgumentList.Add($"--host-resolver-rules={string.Join(", ", options.HostRules)}");
        // Its sandbox refuses to run as root, which is what containers are.
        if (Environment.UserName == "root") start.ArgumentList.Add("--no-sandbox");
        start.ArgumentList.Add("about:blank");
        return start;
    }

    private static string Profile(string home) => Path.Combine(home, "profile");

    // The browser writes the port that it has chosen, and the path of its socket, once it listens.
    private static async Task<Uri> AddressAsync(Process process, string home, CancellationToken cancellation)
    {
        var file = Path.Combine(Profile(home), "DevToolsActivePort");
        while (true)
        {
            if (process.HasExited) throw new HarnessException($"the browser ended with {process.ExitCode}", "start it by hand with --headless: what does it say?");
            if (File.Exists(file) && (await File.ReadAllLinesAsync(file, cancellation)) is [var port, var path, ..]) return new($"ws://127.0.0.1:{port}{path}");
            await Task.Delay(50, cancellation);
        }
    }

    private static async Task EndAsync(Process? process, string home)
    {
        using (process)
        {
            try
            {
                if (process is { HasExited: false }) process.Kill(entireProcessTree: true);
                if (process is not null) await process.WaitForExitAsync().WaitAsync(s_endLimit);
            }
            finally
            {
                await DeleteAsync(home);
            }
        }
    }

    // Its helpers may still write for a moment.
    private static async Task DeleteAsync(string home)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                Directory.Delete(home, recursive: true);
                return;
            }
            catch (IOException) when (attempt < 20)
            {
                await Task.Delay(100);
            }
        }
    }
}
