using SecureEsp.ServerHarness.Devices;
using SecureEsp.ServerHarness.Updates.Keys;
using SecureEsp.ServerHarness.Updates.Publishing;
using SecureEsp.ServerHarness.Updates.Serving;
using SecureEsp.VirtualDevice.Board;

namespace SecureEsp.ServerHarness.Demo;

/// <summary>
/// A signed update over the air: version 2 of Blink is downloaded, verified, tried and confirmed, and blinks differently; version 3, which
/// throws at its start, is rolled back with its exception reported, and not taken a second time.
/// </summary>
internal sealed class UpdateAct : IAct
{
    private const int Pin = 9;
    private const string NeverAgain = "401 never-again";
    private const string Log = "/esp/log secure_esp: ";

    /// <summary>Blink keeps each level for a second, its version 2 mostly for a tenth.</summary>
    private static readonly TimeSpan s_fast = TimeSpan.FromMilliseconds(500);

    public string Title => "an update over the air, and one that fails";

    public async Task<string> PlayAsync(Stage stage, CancellationToken cancellation)
    {
        await using var workshop = await Workshop.OpenAsync(stage, cancellation);
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var collector = await ReportCollector.StartAsync(workshop.Store, stage.Operator, TimeProvider.System, c => c.Heard += (_, report) =>
        {
            if (report.LastError?.StartsWith(NeverAgain, StringComparison.Ordinal) == true) told.TrySetResult();
        }, cancellation);
        stage.Console.Shows = OfUpdates;
        try
        {
            var board = Provision(stage, workshop);
            await Heard("Running application: Blink on GPIO 9");
            await Heard("[SUCCESS] Update: 601 nothing-offered");
            await Blinks(fast: false);

            workshop.Publish("BlinkTwice", new(2, 0, 0));
            await Run();
            await Heard("[SUCCESS] Update to 2.0.0 is stored and verified");
            await Heard("Running application: BlinkTwice.Application 2.0.0 from slot A, on trial");
            await Heard("[SUCCESS] Update to 2.0.0 is confirmed");
            await Blinks(fast: true);

            workshop.Publish("BlinkBroken", new(3, 0, 0));
            await Run();
            await Heard("[SUCCESS] Update to 3.0.0 is stored and verified");
            await Heard("[ERROR] Update: 711 rolled-back: ", "System.InvalidOperationException: there is no LED at GPIO 99");
            await Heard("Running application: BlinkTwice.Application 2.0.0 from slot A", exact: true);
            await Blinks(fast: true);
            await Run();
            await Heard($"[ERROR] Update: {NeverAgain}: ");
            await told.Task.WaitAsync(Stage.Limit, cancellation);
            Status(stage, workshop);
            return "version 2 confirmed, version 3 rolled back and never tried again";

            Task Run() => Ask(stage, cancellation);
            Task Heard(string begins, string contains = "", bool exact = false) => stage.Heard.WaitForAsync(
                m => exact ? m == Log + begins : m.StartsWith(Log + begins, StringComparison.Ordinal) && m.Contains(contains, StringComparison.Ordinal), begins, Stage.Limit, cancellation);
            async Task Blinks(bool fast)
            {
                var led = await Led.WatchAsync(board.Gpio, Pin, fast ? 6 : 3, Stage.Limit, cancellation);
                stage.Console.Say("led", $"GPIO {Pin}: {led}", "yellow");
                if (led.Shortest < s_fast != fast) throw new HarnessException($"the LED blinks otherwise than it should: {led}", "the lines above say what runs");
            }
        }
        finally
        {
            stage.Console.Shows = static (_, _) => true;
        }
    }

    /// <summary>The device of the act before, or a new one, with the key set and the update URL on its flash as <c>board provision</c> puts them there.</summary>
    private static VirtualBoard Provision(Stage stage, Workshop workshop)
    {
        var profile = stage.Profile();
        var board = profile.With(("update.url", workshop.Url), ("https.probe", "off")).Create(stage.Device?.Board.Flash);
        board.Wifi.Provision(profile.Ssid, profile.Password);
        board.Flash.Write(UpdateKeyFiles.OnBoard, workshop.KeySet);
        stage.Console.Say("console", "provisions the update key set and the update URL; from here on only what updates are about is shown", "yellow");
        return stage.PowerUp(board);
    }

    /// <summary>A device boots six times here, and what each boot says the first act has shown.</summary>
    private static bool OfUpdates(string speaker, string text) => speaker switch
    {
        "device" => text.StartsWith("[boot] SecureEsp", StringComparison.Ordinal) || text.StartsWith("[run] started", StringComparison.Ordinal),
        "endpoint" => false,
        Stage.OperatorName => !text.Contains("/status ") && !text.EndsWith("booted and connected (^_^)", StringComparison.Ordinal) && !text.Contains("firmware version"),
        _ => true,
    };

    private static Task Ask(Stage stage, CancellationToken cancellation)
    {
        stage.Console.Say(Stage.OperatorName, "publishes /esp/update/run", "magenta");
        return stage.Operator.PublishAsync("/esp/update/run", "", cancellation);
    }

    private static void Status(Stage stage, Workshop workshop)
    {
        var reports = workshop.Store.Reports;
        foreach (var release in workshop.Store.Releases)
        {
            stage.Console.Say("update", $"status: {release.Product} {release.Version}: {RolloutRules.Confirmations(release, reports)} confirmed, {RolloutRules.Failures(release, reports)} rolled back", "yellow");
        }
    }
}
