using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using SecureEsp.ServerHarness.Mtls;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>
/// <c>--device</c>: what the firmware's client or server says on its console, as if this program had said it, and what came of it.
/// </summary>
internal sealed partial class MtlsDevice(Terminal terminal, bool json, int verbosity)
{
    private readonly List<string> _connection = [];
    private bool? _verified;

    /// <summary>One connection of the firmware as a client.</summary>
    public async Task<int> CallAsync(MtlsOptions options, CancellationToken cancellation)
    {
        using var device = await SwitchOnAsync(options, cancellation);
        await device.CallAsync(options.ServerName ?? options.Host, options.Port, cancellation);
        return Result();
    }

    /// <summary>Connections of the firmware as a server.</summary>
    public async Task<int> ServeAsync(MtlsOptions options, bool once, CancellationToken cancellation)
    {
        using var device = await SwitchOnAsync(options with { Host = IPAddress.Loopback.ToString() }, cancellation);
        Step($"The device's address is {device.Address}.");
        await device.ServeAsync(options.Port, once ? 1 : 0, cancellation);
        return once ? Result() : ExitCode.Ok;
    }

    private async Task<DeviceSide> SwitchOnAsync(MtlsOptions options, CancellationToken cancellation)
    {
        try
        {
            return await DeviceSide.SwitchOnAsync(options, Hear, cancellation);
        }
        catch (TimeoutException e)
        {
            throw new HarnessException("the firmware did not come to its console", "-v shows how far it came", ExitCode.Failed, e);
        }
    }

    private void Hear(string? tls, string line)
    {
        if (tls is null || tls.StartsWith("Server ended, ", StringComparison.Ordinal))
        {
            if (verbosity > 0)
            {
                Step($"  {line}");
            }

            return;
        }

        if (tls == MtlsWords.Client.Success || tls == MtlsWords.Server.Success)
        {
            _verified = true;
        }
        else if (ErrorCode().IsMatch(tls) || tls.StartsWith("failed: ", StringComparison.Ordinal))
        {
            _verified = false;
            _connection.Clear();
        }

        _connection.Add(tls);
        Step(tls);
    }

    private void Step(string text)
    {
        if (json)
        {
            terminal.Json(new { @event = "step", text });
        }
        else
        {
            terminal.Line(Text.Printable(text));
        }
    }

    private int Result()
    {
        if (json)
        {
            var code = _verified == false && ErrorCode().Match(_connection[0]) is { Success: true } match
                ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
                : (int?)null;
            terminal.Json(new { @event = "result", verified = _verified == true, error = code });
        }

        return _verified == true
            ? ExitCode.Ok
            : throw new HarnessException($"the device has not accepted the other side, or was not accepted: {_connection.LastOrDefault() ?? "nobody came"}", "-v shows the firmware's whole console");
    }

    [GeneratedRegex(@"ailed\. Error code: (-\d+)$")]
    private static partial Regex ErrorCode();
}
