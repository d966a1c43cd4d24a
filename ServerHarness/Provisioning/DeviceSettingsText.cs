namespace SecureEsp.ServerHarness.Provisioning;

/// <summary>The text of <c>I:\settings.txt</c>, one key and value per line.</summary>
internal static class DeviceSettingsText
{
    // DeviceApp, SettingsParser.MaxFileBytes.
    private const int Limit = 4096;

    /// <exception cref="HarnessException">A key or value would break the line, or the firmware would not read so much.</exception>
    public static string Write(IReadOnlyDictionary<string, string> settings)
    {
        foreach (var (key, value) in settings)
        {
            if (key.Length == 0 || (key + value).Any(c => c is < ' ' or > '~') || key.Contains('=') || key.StartsWith('#'))
            {
                throw new HarnessException(
                    $"the setting '{Text.Printable($"{key}={value}")}' cannot stand on a line of its own", "use printable ASCII, as in mqtt.port=8883", ExitCode.Usage);
            }
        }

        var text = string.Concat(settings.Select(one => $"{one.Key}={one.Value}\n"));
        return text.Length <= Limit
            ? text
            : throw new HarnessException($"the settings have {text.Length} bytes, and the firmware reads {Limit}", "leave out what has its default", ExitCode.Usage);
    }
}
