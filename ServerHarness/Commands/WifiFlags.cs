using System.CommandLine;
using SecureEsp.ServerHarness.Provisioning;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>The Wi-Fi network of <c>board provision</c>.</summary>
internal sealed class WifiFlags
{
    private const string Variable = "SECUREESP_WIFI_PASSWORD";

    private readonly Option<string?> _ssid = new("--ssid")
    {
        Description = "The Wi-Fi network to join; left out, the firmware asks for it on its serial console.", HelpName = "NAME",
    };

    private readonly Option<string?> _password = new("--password")
    {
        Description = $"Its password. Other users of this machine may see it: --password-file or ${Variable} keep it to yourself.", HelpName = "PASSWORD",
    };

    private readonly Option<string?> _passwordFile = new("--password-file") { Description = "A file whose first line is the password.", HelpName = "FILE" };
    private readonly Option<bool> _open = new("--open") { Description = "The network has no password." };

    public IEnumerable<Option> All => [_ssid, _password, _passwordFile, _open];

    public WifiNetwork? Read(ParseResult line)
    {
        if (line.GetValue(_ssid) is not { } ssid)
        {
            return null;
        }

        var password = line.GetValue(_open) ? "" : line.GetValue(_password) ?? FirstLine(line.GetValue(_passwordFile)) ?? Environment.GetEnvironmentVariable(Variable);
        return password is not null
            ? new(ssid, password)
            : throw new HarnessException("--ssid needs the network's password", $"--password-file FILE, --password PASSWORD, ${Variable}, or --open", ExitCode.Usage);
    }

    private static string? FirstLine(string? path)
    {
        try
        {
            return path is null ? null : File.ReadLines(path).FirstOrDefault("");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HarnessException($"cannot read the password from {path}: {e.Message}", "check --password-file", ExitCode.Missing, e);
        }
    }
}
