using System.Text.Json.Serialization;

namespace SecureEsp.ServerHarness.Pki.Inspection;

/// <summary>How bad a finding is.</summary>
public enum Severity
{
    /// <summary>Somebody may trip over it.</summary>
    Warning,

    /// <summary>A board, a browser or our endpoint refuses it.</summary>
    Error,
}

/// <summary>One thing that is wrong with a certificate's file.</summary>
/// <param name="Code">Stable, for programs: <c>expired</c>, <c>missing-san</c> …</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Message">What is wrong, and with what.</param>
/// <param name="Remedy">What to do.</param>
public sealed record Finding(string Code, Severity Severity, string Message, [property: JsonPropertyName("hint")] string Remedy)
{
    internal static Finding Error(string code, string message, string remedy) => new(code, Severity.Error, message, remedy);

    internal static Finding Warning(string code, string message, string remedy) => new(code, Severity.Warning, message, remedy);
}
