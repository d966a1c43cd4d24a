using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>
/// The console's rules. Results go to standard output, for people or as one JSON document per line; errors and hints go to
/// standard error, in lower case and without a full stop. Colour only where standard output is a terminal and NO_COLOR is
/// not set (https://no-color.org); nothing is ever wrapped. Where standard error is a terminal, and without --quiet, one line
/// of it says what takes longer than a second. Questions are asked in a terminal only, and what is typed there is not shown.
/// </summary>
public sealed class Terminal
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },

        // For terminals and files, not for HTML: a path with ' or + stays readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Lock _turn = new();
    private readonly IAnsiConsole _out;
    private readonly IAnsiConsole _error;
    private readonly bool _live;
    private ProgressLine? _progress;

    /// <param name="colour">Whether escape sequences may be written.</param>
    /// <param name="live">Whether standard error is a terminal whose lines may be rewritten.</param>
    public Terminal(TextWriter output, TextWriter error, bool colour, bool live = false)
    {
        _live = live;
        Output = output;
        Error = error;
        _out = Console(output, colour);
        _error = Console(error, colour);
    }

    /// <summary>Standard output, for what is neither a line nor JSON.</summary>
    public TextWriter Output { get; }

    /// <summary>Standard error.</summary>
    public TextWriter Error { get; }

    /// <summary>Whether lines for people are left out. JSON, asked for results such as a file's text, and errors are not.</summary>
    public bool IsQuiet { get; set; }

    /// <summary>The console of this process.</summary>
    public static Terminal OfProcess()
    {
        var live = !System.Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
        var colour = live && !System.Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new(System.Console.Out, System.Console.Error, colour, live);
    }

    /// <summary>Says what is being done from the first second on until it is disposed of. One at a time.</summary>
    public IDisposable? Progress(string what) => Progress(() => what);

    /// <inheritdoc cref="Progress(string)"/>
    /// <param name="what">Asked every second, for what changes.</param>
    public IDisposable? Progress(Func<string> what) => _live && !IsQuiet ? _progress = new(Error, _turn, what) : null;

    /// <summary>Asks in a terminal, without showing what is typed.</summary>
    /// <returns>Null where there is no terminal.</returns>
    public string? Ask(string question)
    {
        if (System.Console.IsInputRedirected || System.Console.IsErrorRedirected)
        {
            return null;
        }

        lock (_turn)
        {
            _progress?.Clear();
            return HiddenInput.Read(Error, question);
        }
    }

    /// <summary>A line for people; the first words may have a style of Spectre.Console such as <c>green</c>.</summary>
    public void Line(string text, string? styled = null, string style = "bold")
    {
        if (!IsQuiet)
        {
            Write(_out, styled, style, text);
        }
    }

    /// <summary>A document for programs, on one line.</summary>
    public void Json<T>(T value)
    {
        var text = JsonSerializer.Serialize(value, s_json);
        lock (_turn)
        {
            _progress?.Clear();
            Output.WriteLine(text);
            Output.Flush();
        }
    }

    /// <summary>Lines as they are, with none of another thread between them.</summary>
    public void Table(string lines)
    {
        lock (_turn)
        {
            _progress?.Clear();
            Output.Write(lines);
            Output.Flush();
        }
    }

    /// <summary>A remark that is no result: it goes to standard error.</summary>
    public void Note(string text) => Write(_error, "note:", "grey", " " + text);

    /// <summary>What went wrong and what to do about it.</summary>
    public void Fail(string message, string hint)
    {
        Write(_error, "error:", "red", " " + message);
        Write(_error, "hint:", "yellow", " " + hint);
    }

    private static IAnsiConsole Console(TextWriter writer, bool colour)
    {
        var console = AnsiConsole.Create(new()
        {
            Ansi = colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = int.MaxValue;
        return console;
    }

    private void Write(IAnsiConsole console, string? styled, string style, string text)
    {
        lock (_turn)
        {
            _progress?.Clear();
            console.MarkupLine((styled is null ? "" : $"[{style}]{Markup.Escape(styled)}[/]") + Markup.Escape(text));
        }
    }
}
