using System.Text;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>A line that is typed in a terminal and not shown.</summary>
internal static class HiddenInput
{
    /// <param name="prompt">Where the question goes.</param>
    /// <exception cref="OperationCanceledException">Ctrl-C was pressed.</exception>
    public static string Read(TextWriter prompt, string question)
    {
        // As a signal it would only ask the command to end, which cannot while it waits for a key.
        var before = Console.TreatControlCAsInput;
        Console.TreatControlCAsInput = true;
        try
        {
            prompt.Write(question);
            prompt.Flush();
            return ReadLine();
        }
        finally
        {
            Console.TreatControlCAsInput = before;
            prompt.WriteLine();
        }
    }

    private static string ReadLine()
    {
        var typed = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key is { Key: ConsoleKey.C, Modifiers: ConsoleModifiers.Control })
            {
                throw new OperationCanceledException("interrupted at a question");
            }

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

        return typed.ToString();
    }
}
