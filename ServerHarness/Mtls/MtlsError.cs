using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using SecureEsp.VirtualDevice.Tls;

namespace SecureEsp.ServerHarness.Mtls;

/// <summary>A failure with mbedTLS's number for it (include/mbedtls/net_sockets.h, ssl.h, 3.6) and in words.</summary>
/// <param name="Code">Negative, as mbedTLS returns it.</param>
/// <param name="Name">Without the MBEDTLS_ERR_ before it.</param>
/// <param name="Meaning">What happened.</param>
/// <param name="Remedy">What to look at.</param>
public sealed partial record MtlsError(int Code, string Name, string Meaning, string Remedy)
{
    // OpenSSL numbers a received alert 1000 + its description (SSL_AD_REASON_OFFSET).
    private const int FirstAlertReason = 1000;
    private const int ReasonMask = 0x7FFFFF;

    internal static MtlsError ConnectFailed(string why) => new(-0x44, "NET_CONNECT_FAILED", $"no connection: {why}", "is the server up, on this address and port?");

    internal static MtlsError UnknownHost(string why) => new(-0x52, "NET_UNKNOWN_HOST", $"the name has no address: {why}", "check --server");

    internal static MtlsError Reset { get; } = new(
        MbedTlsError.NetConnectionReset, "NET_CONN_RESET", "the peer ended the connection", "look at the peer's words: often it refused the certificate shown to it");

    internal static MtlsError Eof { get; } = new(
        MbedTlsError.SslConnectionEof, "SSL_CONN_EOF", "the peer closed the connection before it was done", "look at the peer's words: often it refused the certificate shown to it");

    internal static MtlsError Timeout { get; } = new(-0x6800, "SSL_TIMEOUT", "the peer did not answer in time", "is it a TLS server or client? is --timeout long enough?");

    /// <summary>What an exception of a handshake, a read or a write stands for.</summary>
    public static MtlsError Of(Exception failure)
    {
        for (Exception? e = failure; e is not null; e = e.InnerException)
        {
            switch (e)
            {
                case SocketException { SocketErrorCode: SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown }:
                    return Reset;
                case SocketException:
                    return new(MbedTlsError.NetReceiveFailed, "NET_RECV_FAILED", $"the network failed: {e.Message}", "check the network");
                case OperationCanceledException:
                    return Timeout;
            }

            if (Alert(e.Message) is { } alert)
            {
                return new(
                    MbedTlsError.SslFatalAlert, "SSL_FATAL_ALERT_MESSAGE", $"the peer refused with the TLS alert '{alert}'",
                    "it did not like our certificate or what we offer: look at its words");
            }
        }

        return failure is IOException
            ? Eof
            : new(
                MbedTlsError.SslHandshakeFailure, "SSL_HANDSHAKE_FAILURE", $"no common ground: {Text.Printable(failure.InnerException?.Message ?? failure.Message)}",
                "check TLS versions, and that the port is not a plain-text service's");
    }

    private static string? Alert(string message) =>
        OpenSslError().Match(message) is { Success: true } match
        && (int.Parse(match.Groups["number"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture) & ReasonMask) >= FirstAlertReason
            ? match.Groups["words"].Value
            : null;

    [GeneratedRegex("error:0A(?<number>[0-9A-Fa-f]{6}):[^:]*:[^:]*:(?<words>.*)")]
    private static partial Regex OpenSslError();
}
