using System.CommandLine;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>When a certificate is due for renewal.</summary>
internal static class RenewalOptions
{
    /// <summary>--before.</summary>
    public static Option<RenewalTime?> Before() => new("--before")
    {
        Description = "Due when less than this is left: a time such as 30d, or a share of its whole life such as 20%. 33% unless told otherwise.",
        HelpName = "TIME",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (RenewalTime.TryParse(text) is { } time)
            {
                return time;
            }

            result.AddError($"--before: '{text}' is neither a time such as 30d nor a share such as 20%");
            return null;
        },
    };
}
