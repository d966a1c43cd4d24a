using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace SecureEsp.VirtualDevice.Tls;

/// <summary>Finds the mbedTLS error that a board would return where the host's TLS failed otherwise than by verification.</summary>
internal static partial class HandshakeFailure
{
    /// <summary>OpenSSL numbers a received alert 1000 + its description (SSL_AD_REASON_OFFSET).</summary>
    private const int FirstAlertReason = 1000;
    private const int ReasonMask = 0x7FFFFF;

    public static TlsFault From(Exception failure, RecordStream records)
    {
        for (var e = failure; e is not null; e = e.InnerException)
        {
            if (e is SocketException { SocketErrorCode: SocketError.ConnectionReset }) return Fault(MbedTlsError.NetConnectionReset, failure);
            if (e is SocketException) return Fault(MbedTlsError.NetReceiveFailed, failure);
            if (IsReceivedAlert(e.Message)) return Fault(MbedTlsError.SslFatalAlert, failure);
        }
        if (records.SawFatalAlert) return Fault(MbedTlsError.SslFatalAlert, failure);
        if (records.SawEnd) return Fault(MbedTlsError.SslConnectionEof, failure);
        return Fault(MbedTlsError.SslHandshakeFailure, failure);
    }

    private static TlsFault Fault(int code, Exception failure) => TlsFault.Handshake(code, failure.InnerException?.Message ?? failure.Message);

    private static bool IsReceivedAlert(string message) =>
        OpenSslError().Match(message) is { Success: true } match
        && (int.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture) & ReasonMask) >= FirstAlertReason;

    [GeneratedRegex("error:0A([0-9A-Fa-f]{6}):")]
    private static partial Regex OpenSslError();
}
