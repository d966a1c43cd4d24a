namespace SecureEsp.ServerHarness.Commands;

/// <summary>The values of an option that has a key, an equals sign and a value each.</summary>
internal static class Pairs
{
    /// <param name="option">As in <c>--setting</c>.</param>
    /// <param name="form">As in <c>KEY=VALUE</c>.</param>
    /// <param name="example">As in <c>mqtt.port=8883</c>.</param>
    /// <exception cref="HarnessException">One has no equals sign, or nothing before it.</exception>
    public static IEnumerable<(string Key, string Value)> Of(string[]? texts, string option, string form, string example)
    {
        foreach (var text in texts ?? [])
        {
            var equals = text.IndexOf('=');
            if (equals < 1) throw Refused(text, option, form, example);
            yield return (text[..equals], text[(equals + 1)..]);
        }
    }

    /// <summary>What one is refused with.</summary>
    public static HarnessException Refused(string text, string option, string form, string example) =>
        new($"{option}: '{Text.Printable(text)}' is not of the form {form}", $"as in {option} {example}", ExitCode.Usage);
}
