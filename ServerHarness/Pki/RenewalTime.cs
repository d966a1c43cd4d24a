using System.Globalization;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>When a certificate is due for renewal: when less than some time, or less than some share of its life, is left.</summary>
public sealed record RenewalTime
{
    private readonly Lifetime? _time;
    private readonly int _percent;

    private RenewalTime(Lifetime? time, int percent)
    {
        _time = time;
        _percent = percent;
    }

    /// <summary>A third of its life.</summary>
    public static RenewalTime Default { get; } = new(null, 33);

    /// <summary>Reads <c>30d</c> or <c>20%</c> (1 to 99); null if it is neither.</summary>
    public static RenewalTime? TryParse(string text)
    {
        if (text.EndsWith('%'))
        {
            var share = int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var percent);
            return share && percent is >= 1 and <= 99 ? new(null, percent) : null;
        }

        return Lifetime.TryParse(text) is { } time ? new(time, 0) : null;
    }

    /// <summary>Whether a certificate of this validity is due at a moment; one that has expired always is.</summary>
    public bool IsDue(DateTimeOffset from, DateTimeOffset until, DateTimeOffset now) =>
        (_time?.After(now) ?? now + ((until - from) / 100 * _percent)) >= until;

    /// <inheritdoc/>
    public override string ToString() => _time?.ToString() ?? string.Create(CultureInfo.InvariantCulture, $"{_percent}% of its life");
}
