using System.Diagnostics;
using System.Text;
using SecureEsp.VirtualDevice.Tests.Scripting;

namespace SecureEsp.VirtualDevice.Tests.Mqtt;

/// <summary>The real broker on a loopback port, in a folder of its own.</summary>
internal sealed class Mosquitto : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly string _folder = Directory.CreateTempSubdirectory("mosquitto-").FullName;
    private readonly StringBuilder _log = new();
    private readonly Process _process;

    /// <param name="options">Lines for the listener, such as certificates.</param>
    /// <param name="port">Of a broker that was there before; null: a free one.</param>
    public Mosquitto(string options = "allow_anonymous true", int? port = null)
    {
        Port = port ?? FreePort.Find();
        var configuration = Path.Combine(_folder, "mosquitto.conf");
        // root: as any other user the broker could not read a folder that only its starter may enter.
        File.WriteAllText(configuration, $"user root\nlog_dest stderr\nlog_type all\nlistener {Port} 127.0.0.1\n{options}\n");
        _process = new Process
        {
            StartInfo = new ProcessStartInfo(Find(), ["-c", configuration]) { RedirectStandardError = true, RedirectStandardOutput = true },
        };
        _process.ErrorDataReceived += (_, e) => Note(e.Data);
        _process.OutputDataReceived += (_, e) => Note(e.Data);
        _process.Start();
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        WaitForLog("running");
    }

    public int Port { get; }

    public void WaitForLog(string text)
    {
        var until = DateTime.UtcNow + Limit;
        lock (_log)
            while (!_log.ToString().Contains(text, StringComparison.Ordinal))
                if (DateTime.UtcNow > until || !Monitor.Wait(_log, Limit)) throw new TimeoutException($"\"{text}\" not in the broker's log:\n{_log}");
    }

    /// <summary>Ends the broker at once, as a power cut of its machine would.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Find() =>
        new[] { "/usr/sbin/mosquitto", "/usr/local/sbin/mosquitto", "/usr/bin/mosquitto" }.FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("mosquitto is not installed: apt-get install mosquitto");

    private void Note(string? line)
    {
        if (line is null) return;
        lock (_log)
        {
            _log.AppendLine(line);
            Monitor.PulseAll(_log);
        }
    }
}
