namespace SecureEsp.ServerHarness.Devices;

/// <summary>Why a run of firmware ended.</summary>
internal enum RunEnd
{
    /// <summary>SIGINT or SIGTERM.</summary>
    Signal,

    /// <summary>The text that was waited for was printed.</summary>
    TextSeen,

    /// <summary>The time is over, and no text was waited for.</summary>
    TimeOver,

    /// <summary>The time is over without the text.</summary>
    TextMissing,

    /// <summary>An assembly is missing or has no Main.</summary>
    BootFailed,

    /// <summary>An exception ended Main: a board hangs from there on.</summary>
    MainFailed,
}

/// <summary>Their exit codes, which are part of the interface.</summary>
internal static class RunExitCode
{
    public const int BootFailed = 4;
    public const int MainFailed = 5;
    public const int TextMissing = 6;

    public static int Of(RunEnd end) => end switch
    {
        RunEnd.BootFailed => BootFailed,
        RunEnd.MainFailed => MainFailed,
        RunEnd.TextMissing => TextMissing,
        _ => ExitCode.Ok,
    };
}
