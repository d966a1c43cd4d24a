using System.CommandLine;
using System.Diagnostics;
using SecureEsp.ServerHarness.Demo;

namespace SecureEsp.ServerHarness.Commands;

/// <summary><c>demo</c>: the main job and what follows it, once, from end to end.</summary>
internal sealed class DemoCommand : HarnessCommand
{
    // Of its own: what it issues would stand among the user's certificates.
    private readonly Option<string> _folder = new("--folder")
    {
        Description = "The folder of the demo's own PKI.", HelpName = "PATH", DefaultValueFactory = _ => Path.Combine("Certificates", "out", "demo"),
    };

    public DemoCommand(Terminal terminal)
        : base(terminal, "demo", "Show what this is for, in acts: a virtual ESP32-S3 gets 200 OK over mutual TLS and talks over MQTTS; it is updated over the air; another is provisioned by a browser.")
    {
        Options.Add(_folder);
    }

    public override IReadOnlyList<Example> Examples => [new("demo", "takes half a minute and leaves its PKI and a picture in Certificates/out/demo")];

    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var console = new DemoConsole(Terminal, IsJson(line));
        try
        {
            await using var stage = await Stage.SetAsync(console, line.GetRequiredValue(_folder), cancellation);
            foreach (var (number, act) in Acts.All.Index())
            {
                console.Announce(number + 1, act.Title);
                var began = Stopwatch.GetTimestamp();
                console.Shown(await act.PlayAsync(stage, cancellation), Stopwatch.GetElapsedTime(began));
            }
        }
        catch (TimeoutException e)
        {
            throw new HarnessException($"the demo came to a halt: {e.Message.Split('\n')[0]}", "the lines above say how far it came", ExitCode.Failed, e);
        }

        console.Done(Stopwatch.GetElapsedTime(started));
        return ExitCode.Ok;
    }
}
