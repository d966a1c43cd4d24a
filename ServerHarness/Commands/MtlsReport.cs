using SecureEsp.ServerHarness.Mtls;
using SecureEsp.VirtualDevice.Tls.X509;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>Tells how a connection went, in the lines of the original programs, or as JSON.</summary>
internal sealed class MtlsReport(Terminal terminal, bool json, int verbosity, string caFile)
{
    private const int ShowPeer = 1, ShowChain = 2, ShowTrusted = 3, ShowCause = 4;

    public void Step(string text)
    {
        if (json)
        {
            terminal.Json(new { @event = "step", text });
        }
        else
        {
            terminal.Line(text);
        }
    }

    /// <param name="lines">The original's words for success, failure and "no reason is known".</param>
    public void Write(MtlsOutcome outcome, MtlsWords lines)
    {
        if (json)
        {
            terminal.Json(new
            {
                @event = "result",
                verified = outcome.IsVerified,
                outcome.Tls,
                error = outcome.Error?.Code,
                name = outcome.Error?.Name,
                meaning = outcome.Error?.Meaning,
                flags = (uint)outcome.Flags,
                reasons = VerifyText.Of(outcome.Flags),
                peer = outcome.Peer.Select(Describe),
            });
            return;
        }

        Details(outcome);
        if (outcome.Error is not { } error)
        {
            terminal.Line("", lines.Success, "green");
            return;
        }

        terminal.Line($". Error code: {error.Code}", lines.Failure, "red");
        terminal.Line(VerifyText.Of(outcome.Flags) is { Count: > 0 } reasons ? $"{lines.Reasons}: {string.Join(", ", reasons)}" : lines.NoReason);
        terminal.Line($"{error.Name} (-0x{-error.Code:X4}): {error.Meaning}");
    }

    private void Details(MtlsOutcome outcome)
    {
        if (verbosity >= ShowPeer && outcome.Tls is not null)
        {
            terminal.Line($"  {outcome.Tls}");
        }

        foreach (var one in outcome.Peer.Take(verbosity >= ShowChain ? outcome.Peer.Count : verbosity))
        {
            terminal.Line($"  peer: {Describe(one)}");
        }

        if (verbosity >= ShowTrusted)
        {
            foreach (var one in MtlsCredentials.ReadTrusted(caFile))
            {
                terminal.Line($"  trusted: {Describe(one)}");
            }
        }

        if (verbosity >= ShowCause && outcome.Cause is { } cause)
        {
            for (Exception? e = cause; e is not null; e = e.InnerException)
            {
                terminal.Line($"  {e.GetType().Name}: {Text.Printable(e.Message)}");
            }
        }
    }

    private static string Describe(CertificateView one)
    {
        var names = one.AlternativeNames is { } all ? $", names {string.Join(", ", all.Select(name => name.Text))}" : "";
        return Text.Printable($"{one.Certificate.Subject}, issued by {one.Certificate.Issuer}, {one.NotBefore:yyyy-MM-dd} to {one.NotAfter:yyyy-MM-dd}{names}");
    }
}

/// <summary>The words in which the client and the server of the original differ.</summary>
internal sealed record MtlsWords(string Success, string Failure, string Reasons, string NoReason)
{
    public static MtlsWords Client { get; } = new("Handshake successful!", "Handshake failed", "Certificate verification errors", "No verification errors");

    public static MtlsWords Server { get; } =
        new("SSL handshake successful", "SSL handshake failed", "Certificate verification result", "No certificate verification errors");
}
