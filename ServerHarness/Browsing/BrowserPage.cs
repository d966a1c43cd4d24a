using System.Text.Json.Nodes;

namespace SecureEsp.ServerHarness.Browsing;

/// <summary>A tab of the browser.</summary>
internal sealed class BrowserPage
{
    private readonly DevTools _tools;
    private readonly string _session;
    private readonly TimeSpan _limit;

    private BrowserPage(DevTools tools, string session, TimeSpan limit)
    {
        _tools = tools;
        _session = session;
        _limit = limit;
    }

    public static async Task<BrowserPage> OpenAsync(DevTools tools, TimeSpan limit, CancellationToken cancellation)
    {
        var target = await CallAsync(tools, "Target.createTarget", new() { ["url"] = "about:blank" }, null, limit, cancellation);
        var attached = await CallAsync(tools, "Target.attachToTarget", new() { ["targetId"] = (string)target["targetId"]!, ["flatten"] = true }, null, limit, cancellation);
        var page = new BrowserPage(tools, (string)attached["sessionId"]!, limit);
        await page.CallAsync("Page.enable", [], cancellation);
        await page.CallAsync("Network.enable", [], cancellation);
        return page;
    }

    /// <summary>Loads an address, and waits until it is there.</summary>
    /// <returns>Null, or the browser's error, such as net::ERR_CERT_AUTHORITY_INVALID.</returns>
    public async Task<string?> NavigateAsync(string url, CancellationToken cancellation)
    {
        using var loaded = new Loaded(_tools, _session);
        var answer = await CallAsync("Page.navigate", new() { ["url"] = url }, cancellation);
        if ((string?)answer["errorText"] is { } error) return error;
        await loaded.Task.WaitAsync(_limit, cancellation);
        return null;
    }

    /// <summary>Evaluates JavaScript in the page.</summary>
    /// <returns>A string, or null.</returns>
    /// <exception cref="HarnessException">It throws.</exception>
    public async Task<string?> EvaluateAsync(string script, CancellationToken cancellation)
    {
        var answer = await CallAsync("Runtime.evaluate", new() { ["expression"] = script, ["returnByValue"] = true, ["awaitPromise"] = true }, cancellation);
        if (answer["exceptionDetails"] is { } thrown) throw new HarnessException($"the page throws: {thrown["exception"]?["description"] ?? thrown["text"]}", "this is a defect of the page");
        return answer["result"]?["value"]?.ToString();
    }

    /// <summary>Types into a field: it gets the focus, and the text at once, as from an input method.</summary>
    /// <param name="selector">A CSS selector.</param>
    public async Task TypeAsync(string selector, string text, CancellationToken cancellation)
    {
        await EvaluateAsync($"document.querySelector({JsonValue.Create(selector)!.ToJsonString()}).focus()", cancellation);
        await CallAsync("Input.insertText", new() { ["text"] = text }, cancellation);
    }

    /// <summary>Does something that leads to another page, and waits until that is there.</summary>
    public async Task LeaveAsync(string script, CancellationToken cancellation)
    {
        using var loaded = new Loaded(_tools, _session);
        await EvaluateAsync(script, cancellation);
        await loaded.Task.WaitAsync(_limit, cancellation);
    }

    /// <summary>Keeps a picture of the page, PNG.</summary>
    public async Task ScreenshotAsync(string file, CancellationToken cancellation)
    {
        var answer = await CallAsync("Page.captureScreenshot", new() { ["format"] = "png", ["captureBeyondViewport"] = true }, cancellation);
        await File.WriteAllBytesAsync(file, Convert.FromBase64String((string)answer["data"]!), cancellation);
    }

    private Task<JsonObject> CallAsync(string method, JsonObject parameters, CancellationToken cancellation) =>
        CallAsync(_tools, method, parameters, _session, _limit, cancellation);

    private static async Task<JsonObject> CallAsync(DevTools tools, string method, JsonObject parameters, string? session, TimeSpan limit, CancellationToken cancellation)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(limit);
        try
        {
            return await tools.CallAsync(method, parameters, session, limited.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new HarnessException($"the browser did not answer {method} within {limit.TotalSeconds} s", "run it again");
        }
    }

    // The page's own "load" event, from before what causes it.
    private sealed class Loaded : IDisposable
    {
        private readonly TaskCompletionSource _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly DevTools _tools;
        private readonly string _session;

        public Loaded(DevTools tools, string session)
        {
            _tools = tools;
            _session = session;
            _tools.Happened += Look;
        }

        public Task Task => _seen.Task;

        public void Dispose() => _tools.Happened -= Look;

        private void Look(string method, JsonObject parameters, string? session)
        {
            if (method == "Page.loadEventFired" && session == _session) _seen.TrySetResult();
        }
    }
}
