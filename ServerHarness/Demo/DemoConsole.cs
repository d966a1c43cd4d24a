using System.Text;
using SecureEsp.ServerHarness.Commands;

namespace SecureEsp.ServerHarness.Demo;

/// <summary>One log of many voices: each line carries who speaks. Text that comes in pieces is put together to lines.</summary>
internal sealed class DemoConsole(Terminal terminal, bool json)
{
    private const int SpeakerWidth = 9;

    private readonly StringBuilder _device = new();
    private readonly Lock _lock = new();

    /// <summary>Which lines are shown, by who speaks and what.</summary>
    public Func<string, string, bool> Shows { get; set; } = static (_, _) => true;

    public void Say(string speaker, string text, string style = "bold")
    {
        if (!Shows(speaker, text)) return;
        if (json) terminal.Json(new { @event = speaker, text });
        else terminal.Line($" | {Text.Printable(text)}", speaker.PadRight(SpeakerWidth), style);
    }

    /// <summary>The line above an act.</summary>
    public void Announce(int number, string title)
    {
        if (json) terminal.Json(new { @event = "act", number, title });
        else terminal.Line($"{(number == 1 ? "" : "\n")}-- {number}. {title}");
    }

    /// <summary>The line below an act.</summary>
    public void Shown(string what, TimeSpan took)
    {
        if (json) terminal.Json(new { @event = "shown", text = what, seconds = Math.Round(took.TotalSeconds, 1) });
        else terminal.Line($" {what} in {took.TotalSeconds:0.0} s", "shown", "green");
    }

    /// <summary>The last line.</summary>
    public void Done(TimeSpan took)
    {
        if (json) terminal.Json(new { @event = "done", seconds = Math.Round(took.TotalSeconds, 1) });
        else terminal.Line($" in {took.TotalSeconds:0.0} s", "done", "green");
    }

    /// <summary>Takes what the device sends on its serial line.</summary>
    public void Device(string text)
    {
        lock (_lock)
        {
            foreach (var c in text)
            {
                if (c == '\n')
                {
                    Say("device", _device.ToString(), "green");
                    _device.Clear();
                }
                else if (c != '\r') _device.Append(c);
            }
        }
    }
}
