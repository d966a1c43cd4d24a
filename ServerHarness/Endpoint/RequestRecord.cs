using System.Globalization;
using System.Net;

namespace SecureEsp.ServerHarness.Endpoint;

/// <summary>One answered request.</summary>
/// <param name="At">When it was answered, UTC.</param>
/// <param name="Client">The peer's address and port.</param>
/// <param name="Method">The request's method.</param>
/// <param name="Path">The request's path, printable.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="CommonName">The verified client's common name, or null.</param>
/// <param name="Refusal">Why a presented certificate was not accepted, or null.</param>
/// <param name="Serial">The verified certificate's serial number in hexadecimal, or null.</param>
/// <param name="Proxy">The common name of the proxy that speaks for the client, or null.</param>
/// <param name="Tls">The TLS version, or null on the plain port.</param>
/// <param name="Cipher">The cipher suite's name in RFC 8446, or null on the plain port.</param>
public sealed record RequestRecord(
    DateTimeOffset At,
    EndPoint? Client,
    string Method,
    string Path,
    int Status,
    string? CommonName,
    string? Refusal,
    string? Serial,
    string? Proxy,
    string? Tls,
    string? Cipher)
{
    /// <summary>The log line.</summary>
    public override string ToString()
    {
        var refusal = Refusal is null ? "" : $" refused=\"{Refusal}\"";
        var tls = Tls is null ? "plain" : $"{Tls} {Cipher}";
        var name = CommonName ?? "-";
        var serial = Serial is null ? "" : $" serial={Serial}";
        var proxy = Proxy is null ? "" : $" via={Proxy}";
        return string.Create(
            CultureInfo.InvariantCulture, $"{At:yyyy-MM-ddTHH:mm:ssZ} {Client} {Method} {Path} {Status} cn={name}{serial}{proxy} {tls}{refusal}");
    }
}

/// <summary>A handshake that came to nothing.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Client">The peer's address and port.</param>
/// <param name="Reason">What the TLS stack or the verification says, printable.</param>
public sealed record RefusedHandshake(DateTimeOffset At, EndPoint? Client, string Reason)
{
    /// <summary>The log line.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At:yyyy-MM-ddTHH:mm:ssZ} {Client} handshake refused: {Reason}");
}
