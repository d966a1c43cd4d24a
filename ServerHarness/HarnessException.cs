namespace SecureEsp.ServerHarness;

/// <summary>A failure that the user can do something about: it names the thing and the reason, the hint names the remedy.</summary>
public class HarnessException : Exception
{
    /// <param name="message">What failed and why, in lower case and without a full stop.</param>
    /// <param name="hint">What to do about it, if possible as a command line.</param>
    /// <param name="exitCode">One of <see cref="ServerHarness.ExitCode"/>.</param>
    public HarnessException(string message, string hint, int exitCode = ServerHarness.ExitCode.Failed, Exception? inner = null)
        : base(message, inner)
    {
        Hint = hint;
        ExitCode = exitCode;
    }

    /// <summary>What the user should do.</summary>
    public string Hint { get; }

    /// <summary>What the process should exit with.</summary>
    public int ExitCode { get; }
}
