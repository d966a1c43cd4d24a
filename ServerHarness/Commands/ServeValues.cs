using System.CommandLine;
using System.Globalization;
using SecureEsp.ServerHarness.Endpoint;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>Kinds of values that only <c>serve</c> takes.</summary>
internal static class ServeValues
{
    /// <summary>A span of time as 500ms, 10s, 10m or 1h: more than nothing, at most a day.</summary>
    public static Option<TimeSpan?> Duration(string name, string description, string otherwise) => new(name)
    {
        Description = $"{description} As 500ms, 10s, 10m or 1h; {otherwise} unless told otherwise.",
        HelpName = "TIME",
        CustomParser = result =>
        {
            if (ParseDuration(result.Tokens[0].Value) is { } span)
            {
                return span;
            }

            result.AddError($"{name}: '{result.Tokens[0].Value}' is not a time from 1ms to 24h, as 500ms, 10s, 10m or 1h");
            return null;
        },
    };

    /// <summary>A number from 1 up.</summary>
    public static Option<int> Count(string name, string description, int otherwise) => new(name)
    {
        Description = description,
        HelpName = "NUMBER",
        DefaultValueFactory = _ => otherwise,
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0)
            {
                return value;
            }

            result.AddError($"{name}: '{result.Tokens[0].Value}' is not a number from 1 to {int.MaxValue}");
            return default;
        },
    };

    /// <summary>--curves, the groups for key exchange.</summary>
    public static Option<IReadOnlyList<string>?> Curves() => new("--curves")
    {
        Description = $"Groups for key exchange, the first preferred; {KeyExchange.Default} unless told otherwise. secp384r1 is the guide's, at three to four times the CPU per new connection.",
        HelpName = "LIST",
        CustomParser = result =>
        {
            if (KeyExchange.Parse(result.Tokens[0].Value, out var unknown) is { } groups)
            {
                return groups;
            }

            result.AddError($"--curves: '{unknown}' is not one of X25519, P-256, secp384r1, P-521");
            return [];
        },
    };

    private static TimeSpan? ParseDuration(string text)
    {
        var digits = text.TrimEnd('h', 'm', 's');
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        TimeSpan? span = text[digits.Length..] switch
        {
            "ms" => TimeSpan.FromMilliseconds(number),
            "s" => TimeSpan.FromSeconds(number),
            "m" => TimeSpan.FromMinutes(number),
            "h" => TimeSpan.FromHours(number),
            _ => null,
        };
        return span > TimeSpan.Zero && span <= TimeSpan.FromDays(1) ? span : null;
    }
}
