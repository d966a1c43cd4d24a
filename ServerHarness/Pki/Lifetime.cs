using System.Globalization;
using System.Text.RegularExpressions;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>How long a certificate is valid: a whole number of hours, days or calendar years.</summary>
public sealed partial record Lifetime
{
    private readonly int _count;
    private readonly char _unit;

    private Lifetime(int count, char unit)
    {
        _count = count;
        _unit = unit;
    }

    /// <summary>Reads <c>12h</c>, <c>90d</c> or <c>10y</c>; null if it is none, zero, or longer than 100 years.</summary>
    public static Lifetime? TryParse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var lifetime = new Lifetime(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), match.Groups[2].Value[0]);
        var start = DateTimeOffset.UnixEpoch;
        return lifetime._count > 0 && lifetime.After(start) <= start.AddYears(100) ? lifetime : null;
    }

    /// <summary>Whole calendar years.</summary>
    public static Lifetime OfYears(int years) => new(years, 'y');

    /// <summary>The end of a lifetime that begins at a moment.</summary>
    public DateTimeOffset After(DateTimeOffset start) => _unit switch
    {
        'h' => start.AddHours(_count),
        'd' => start.AddDays(_count),
        _ => start.AddYears(_count),
    };

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_count}{_unit}");

    [GeneratedRegex(@"\A([0-9]{1,3}|[0-9]{4,6}(?=[hd]))([hdy])\z")]
    private static partial Regex Form();
}
