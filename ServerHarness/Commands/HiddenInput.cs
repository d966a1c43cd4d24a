using System.Text;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>A line that is typed in a terminal and not shown.</summary>
internal static class HiddenInput
{
    /// <param name="prompt">Where the question goes.</param>
    public static string Read(TextWriter prompt, string question)
    {
        prompt.Write(question);
        prompt.Flush();
        var typed = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(typed.Length - 1, 0);
            }
            else if (key.KeyChar != '\0')
            {
                // Arrows and the like come without a character.
                typed.Append(key.KeyChar);
            }
        }

        prompt.WriteLine();
        return typed.ToString();
    }
}
