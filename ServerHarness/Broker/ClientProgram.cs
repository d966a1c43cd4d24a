using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Broker;

/// <summary>One run of mosquitto_pub or mosquitto_sub to its end.</summary>
/// <param name="Words">What it said on standard error, on one line.</param>
internal sealed record ClientProgram(int ExitCode, string Output, string Words)
{
    /// <summary>Publishes one message and waits for the broker's answer; MQTT 5, since only there a denial is told.</summary>
    public static Task<ClientProgram> Publish(
        BrokerCheckOptions options, KeyPairFiles? shown, string topic, string message, bool retain, CancellationToken cancellation) =>
        Run("mosquitto_pub", [.. Connection(options, shown), "-V", "5", "-q", "1", "-t", topic, "-m", message, .. retain ? ["-r"] : Array.Empty<string>()], options, cancellation);

    /// <summary>Subscribes to topics and ends after the first message.</summary>
    public static Task<ClientProgram> First(BrokerCheckOptions options, KeyPairFiles shown, string[] topics, CancellationToken cancellation) =>
        Run("mosquitto_sub", [.. Connection(options, shown), "-V", "5", "-q", "1", "-C", "1", .. topics.SelectMany(topic => new[] { "-t", topic })], options, cancellation);

    /// <summary>Publishes without TLS.</summary>
    public static Task<ClientProgram> PublishPlain(BrokerCheckOptions options, string topic, CancellationToken cancellation) =>
        Run("mosquitto_pub", [.. Address(options), "-q", "1", "-t", topic, "-m", "plain"], options, cancellation);

    private static IEnumerable<string> Address(BrokerCheckOptions options) =>
        ["-h", options.Host, "-p", options.Port.ToString(CultureInfo.InvariantCulture)];

    private static IEnumerable<string> Connection(BrokerCheckOptions options, KeyPairFiles? shown) =>
    [
        .. Address(options), "--cafile", options.CaFile,
        .. shown is null ? Array.Empty<string>() : ["--cert", shown.Certificate, "--key", shown.Key],
    ];

    private static async Task<ClientProgram> Run(
        string name, IEnumerable<string> arguments, BrokerCheckOptions options, CancellationToken cancellation)
    {
        var path = ProgramSearch.Find(name, null)
            ?? throw new HarnessException($"the program '{name}' was not found in PATH", "sudo apt-get install mosquitto-clients", ServerHarness.ExitCode.Missing);
        var start = new ProcessStartInfo(path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var words = process.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await process.WaitForExitAsync(cancellation).WaitAsync(options.Limit, cancellation);
        }
        catch (TimeoutException)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            return new(-1, await output, $"nothing within {options.Limit.TotalSeconds:0.#} s {OneLine(await words)}".TrimEnd());
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }

        return new(process.ExitCode, (await output).TrimEnd('\n'), OneLine(await words));
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new InvalidOperationException("no process was started");
        }
        catch (Win32Exception e)
        {
            throw new HarnessException($"{start.FileName} cannot be run: {e.Message}", "sudo apt-get install mosquitto-clients", ServerHarness.ExitCode.Missing, e);
        }
    }

    private static string OneLine(string text) => string.Join("; ", text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
