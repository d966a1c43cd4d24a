namespace SecureEsp.ServerHarness.Broker;

/// <summary>When a broker that ended by itself is started again, and how often its files are looked at.</summary>
public sealed record RestartPolicy
{
    /// <summary>How many times in a row; 0 never.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>The pause before the first restart; it doubles with each that follows.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>A life as long as this is a good one: after it, the count begins anew.</summary>
    public TimeSpan GoodLife { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often the files are compared with those in use.</summary>
    public TimeSpan LookInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The pause before a restart.</summary>
    /// <param name="attempt">1 for the first in a row.</param>
    public TimeSpan Pause(int attempt)
    {
        var pause = FirstPause;
        for (var i = 1; i < attempt && pause < LongestPause; i++)
        {
            pause *= 2;
        }

        return pause < LongestPause ? pause : LongestPause;
    }
}
