using System.Globalization;

namespace SecureEsp.ServerHarness.Updates.Format;

/// <summary>MAJOR.MINOR.PATCH of semantic versioning, each from 0 to 65535; nothing behind them.</summary>
public readonly record struct SemanticVersion(ushort Major, ushort Minor, ushort Patch) : IComparable<SemanticVersion>
{
    public static bool TryParse(string text, out SemanticVersion version)
    {
        version = default;
        var parts = text.Split('.');
        if (parts.Length != 3 || !Part(parts[0], out var major) || !Part(parts[1], out var minor) || !Part(parts[2], out var patch))
        {
            return false;
        }

        version = new(major, minor, patch);
        return true;
    }

    public int CompareTo(SemanticVersion other) => (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));

    public static bool operator <(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) < 0;

    public static bool operator >(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) > 0;

    public static bool operator <=(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) >= 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}");

    // SemVer 2.0.0, rule 2: no leading zeros.
    private static bool Part(string text, out ushort part) =>
        ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out part) && (text.Length == 1 || text[0] != '0');
}
