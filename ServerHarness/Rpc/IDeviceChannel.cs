using System.Text.Json;
using System.Text.Json.Nodes;

namespace SecureEsp.ServerHarness.Rpc;

/// <summary>A way to a device, for one call after the other.</summary>
public interface IDeviceChannel : IAsyncDisposable
{
    /// <summary>Calls a method and waits for its result.</summary>
    /// <param name="arguments">Null for none.</param>
    /// <exception cref="DeviceError">The device has answered with an error.</exception>
    /// <exception cref="AnswerLostException">The device has not answered in time, or the connection was lost: whether the call was carried out is not known.</exception>
    /// <exception cref="HarnessException">The device cannot be called, or its answer is none.</exception>
    Task<JsonElement> CallAsync(string method, JsonObject? arguments, CancellationToken cancellation);
}

/// <summary>A device's answer that it could not, or would not.</summary>
public sealed class DeviceError(string method, int code, string message) : Exception($"{method}: {message} ({code})")
{
    public int Code { get; } = code;

    /// <summary>The device's words.</summary>
    public string Words { get; } = message;
}

/// <summary>A call without an answer, for a reason that may pass.</summary>
public sealed class AnswerLostException(string message, string hint, int exitCode, Exception inner) : HarnessException(message, hint, exitCode, inner);
