using System.Text.RegularExpressions;

namespace SecureEsp.ServerHarness.Tests.Documents;

/// <summary>A line that goes on until somebody ends it.</summary>
/// <param name="Kind">Only one of a kind runs at a time: they would want the same port.</param>
/// <param name="Pattern">Which lines.</param>
/// <param name="Ready">What it prints once it does its work.</param>
/// <param name="ExitCode">Its exit code after SIGTERM.</param>
/// <param name="Then">What is typed once it is ready, as its document says, and what it prints after that.</param>
internal sealed record LongRunning(string Kind, Regex Pattern, string Ready, int ExitCode = 0, (string Typed, string Ready)? Then = null);

/// <summary>What a test must know of the documents' lines beyond running them.</summary>
internal static class LineRules
{
    private const string Harness = "dotnet run --project ServerHarness -- ";
    private const string Ours = "^(dotnet run --project ServerHarness --|(.*/)?secureesp) ";

    /// <summary>Lines that go on, and when they are ready.</summary>
    public static IReadOnlyList<LongRunning> LongRunning { get; } =
    [
        new("serve", new(Ours + "serve( |$)"), "ready https://"),
        new("broker", new(Ours + "broker( --|$)"), "ready mqtts://"),
        new("update serve", new(Ours + "update serve"), "ready https://"),
        new("device's mtls server", new(Ours + "mtls server --device"), "Waiting for connections..."),
        new("mtls server", new(Ours + "mtls server (?!.*--once)"), "Waiting for connections..."),
        new("weather", new(Ours + "device run .*Weather.dll.*board.json$"), "published 2 readings"),
        new("device in its network", new(Ours + "device run .*https.port=8443"), "{SSID} {PWD}", Then: ("HomeNet correct-horse-battery", "[run] ready")),
        new("device", new(Ours + "device run (?!.*--until)"), "{SSID} {PWD}"),
        new("http.server", new("^python3 -m http.server "), "Serving HTTP on ", ExitCode: 143),
        new("mosquitto", new("^mosquitto -p "), " running"),
    ];

    /// <summary>What must run beside a line, as its document says in words.</summary>
    public static IReadOnlyList<(Regex Pattern, string Kind, string Line)> Beside { get; } =
    [
        (new("localhost:8443"), "serve", Harness + "serve"),
        (new(Ours + "broker check"), "broker", Harness + "broker"),
        (new(Ours + "update push"), "broker", Harness + "broker"),
        (new(Ours + "device run .*https.port=8443"), "serve", Harness + "serve"),
        (new(Ours + "device run .*https.port=8443"), "broker", Harness + "broker"),
        (new(Ours + "device (call|info|put|ls|get|reboot)"), "device in its network", Harness + string.Join(' ', CommandExamples.Of("device run").Single(words => words.Contains("--address")))),
        (new(Ours + "mtls client"), "mtls server", Harness + string.Join(' ', CommandExamples.Of("mtls server")[0])),
    ];

    /// <summary>What a line asks for at a keyboard, and gets.</summary>
    public static IReadOnlyList<(Regex Pattern, string Typed)> Asked { get; } = [(new("^openssl pkcs8 -topk8 "), @"swordfish\nswordfish\n")];

    /// <summary>What must have been run before a line, as other documents say.</summary>
    public static IReadOnlyList<(Regex Pattern, string[] Lines)> Before { get; } =
    [
        (new("^openssl pkcs8 -topk8 "), [Harness + "pki init", Harness + "pki issue device esp32-kitchen"]),
    ];

    /// <summary>Lines that no test can run, by what they begin with, and why.</summary>
    public static IReadOnlyDictionary<string, string> NotRun { get; } = new Dictionary<string, string>
    {
        ["./test.sh"] = "it is what runs this test",
        ["nanoff "] = "a board must be connected",
        ["bench/endpoint/run.sh"] = "it installs and starts nginx, uWSGI and Flask, and measures for minutes",
        ["dotnet run -c Release --project bench/device            #"] = "it measures for minutes, on a machine that does nothing else",
        ["dotnet run -c Release --project bench/device -- boot cost"] = "it measures times, on a machine that does nothing else",
        ["dotnet run -c Release --project bench/web            "] = "it measures for minutes",
        ["dotnet run -c Release --project bench/web -- hostile"] = "it goes on for half a minute, of which a test has a shorter one",
    };
}
