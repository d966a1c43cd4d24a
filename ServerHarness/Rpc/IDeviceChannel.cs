using System.Text.Json;
using System.Text.Json.Nodes;

namespace SecureEsp.ServerHarness.Rpc;

/// <summary>A way to a device, for one call after the other.</summary>
public interface IDeviceChannel : IAsyncDisposable
{
    /// <summary>Calls a method and waits for its result.</summary>
    /// <param name="arguments">Null for none.</param>
    /// <exception cref="DeviceError">The device has answered with an error.</exception>
    /// <exception cref="HarnessException">The device cannot be reached, or has not answered.</exception>
    Task<JsonElement> CallAsync(string method, JsonObject? arguments, CancellationToken cancellation);
}

/// <summary>A device's answer that it could not, or would not.</summary>
public sealed class DeviceError(string method, int code, string message) : Exception($"{method}: {message} ({code})")
{
    public int Code { get; } = code;

    /// <summary>The device's words.</summary>
    public string Words { get; } = message;
}
