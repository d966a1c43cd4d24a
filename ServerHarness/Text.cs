using System.Globalization;
using System.Text;

namespace SecureEsp.ServerHarness;

/// <summary>Text from outside on its way to a terminal or a log.</summary>
internal static class Text
{
    /// <summary>The text with everything that could move a cursor, colour or forge a line written as \uXXXX.</summary>
    public static string Printable(string text)
    {
        if (!text.Any(Harmful))
        {
            return text;
        }

        var safe = new StringBuilder();
        foreach (var c in text)
        {
            safe = Harmful(c) ? safe.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}") : safe.Append(c);
        }

        return safe.ToString();
    }

    private static bool Harmful(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse;
}
