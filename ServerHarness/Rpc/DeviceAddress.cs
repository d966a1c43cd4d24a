using SecureEsp.ServerHarness.Broker;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Rpc;

/// <summary>Where a device is called: at its own HTTPS server, or through the broker.</summary>
/// <param name="Host">The name that the certificate must carry: the device's, or the broker's.</param>
/// <param name="DeviceId">Which device, behind a broker; null for HTTPS.</param>
public sealed record DeviceAddress(string Host, int Port, string? DeviceId)
{
    private const string Hint = "give https://NAME[:PORT] for the device's own server, or mqtts://BROKER[:PORT]/ID for the way through the broker";

    /// <summary>Reads an address.</summary>
    /// <exception cref="HarnessException">It is none.</exception>
    public static DeviceAddress Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0 || uri.Host.Length == 0)
            throw Refused(text, "it is no address");
        var path = uri.AbsolutePath.Trim('/');
        switch (uri.Scheme)
        {
            case "https":
                return path is "" or "rpc" ? new(uri.Host, uri.Port, null) : throw Refused(text, "a device answers calls at /rpc only");
            case "mqtts":
                if (path.Length == 0) throw Refused(text, "the device's id is missing");
                ClientId.Check("device", path);
                return new(uri.Host, uri.Port > 0 ? uri.Port : BrokerOptions.DefaultPort, path);
            default:
                throw Refused(text, "calls go over mutual TLS only");
        }
    }

    /// <inheritdoc/>
    public override string ToString() => DeviceId is null ? $"https://{Host}:{Port}" : $"mqtts://{Host}:{Port}/{DeviceId}";

    private static HarnessException Refused(string text, string why) => new($"'{Text.Printable(text)}': {why}", Hint, ExitCode.Usage);
}
