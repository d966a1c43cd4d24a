using System.CommandLine;
using System.Diagnostics;
using SecureEsp.ServerHarness.Demo;

namespace SecureEsp.ServerHarness.Commands;

/// <summary><c>demo</c>: the main job, once, from end to end.</summary>
internal sealed class DemoCommand : HarnessCommand
{
    private readonly Option<string> _folder = SharedOptions.Folder();

    public DemoCommand(Terminal terminal)
        : base(terminal, "demo", "Show the main job: PKI, endpoint, broker, and a virtual ESP32-S3 that gets 200 OK over mutual TLS and talks over MQTTS.")
    {
        Options.Add(_folder);
    }

    public override IReadOnlyList<Example> Examples => [new("demo", "takes some seconds and leaves the PKI in Certificates/out")];

    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await new MainJob(new DemoConsole(Terminal, IsJson(line)), line.GetRequiredValue(_folder)).RunAsync(cancellation);
        }
        catch (TimeoutException e)
        {
            throw new HarnessException($"the demo came to a halt: {e.Message.Split('\n')[0]}", "the lines above say how far it came", ExitCode.Failed, e);
        }

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        if (IsJson(line))
        {
            Terminal.Json(new { @event = "done", seconds = Math.Round(seconds, 1) });
        }
        else
        {
            Terminal.Line($" mutual-TLS 1.3 page and MQTTS exchange in {seconds:0.0} s", "done", "green");
        }

        return ExitCode.Ok;
    }
}
