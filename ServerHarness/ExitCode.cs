namespace SecureEsp.ServerHarness;

/// <summary>The exit codes of every command. They are part of the interface: scripts rely on them.</summary>
public static class ExitCode
{
    /// <summary>Done, or nothing was left to do.</summary>
    public const int Ok = 0;

    /// <summary>The operation was tried and failed.</summary>
    public const int Failed = 1;

    /// <summary>The command line is wrong: nothing was tried.</summary>
    public const int Usage = 2;

    /// <summary>A program, port, file or folder that the command needs cannot be had.</summary>
    public const int Missing = 3;
}
