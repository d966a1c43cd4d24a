using System.Text;
using SecureEsp.ServerHarness.Commands;

namespace SecureEsp.ServerHarness.Demo;

/// <summary>One log of many voices: each line carries who speaks. Text that comes in pieces is put together to lines.</summary>
internal sealed class DemoConsole(Terminal terminal, bool json)
{
    private const int SpeakerWidth = 9;

    private readonly StringBuilder _device = new();
    private readonly Lock _lock = new();

    public void Say(string speaker, string text, string style = "bold")
    {
        if (json) terminal.Json(new { @event = speaker, text });
        else terminal.Line($" | {Text.Printable(text)}", speaker.PadRight(SpeakerWidth), style);
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
