namespace SecureEsp.ServerHarness.Demo;

/// <summary>One part of the demo. It finds the stage as the acts before it have left it, and ends what it alone has begun.</summary>
internal interface IAct
{
    /// <summary>What it is about, for the line above it.</summary>
    string Title { get; }

    /// <summary>Plays it. Everything that it waits for is limited by <see cref="Stage.Limit"/>.</summary>
    /// <returns>What was shown, in a few words.</returns>
    /// <exception cref="TimeoutException">Something did not come about.</exception>
    Task<string> PlayAsync(Stage stage, CancellationToken cancellation);
}
