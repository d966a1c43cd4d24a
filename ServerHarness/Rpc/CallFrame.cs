using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SecureEsp.ServerHarness.Rpc;

/// <summary>A call as Mongoose OS frames it, and what its answer says.</summary>
public sealed record CallFrame(long Id, string Text)
{
    /// <summary>Longest frame that a device reads, in bytes.</summary>
    public const int MaxBytes = 4096;

    private static readonly JsonSerializerOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Frames a call, with an id in the range that the mos tool uses: 2^40 to 2^41 - 1.</summary>
    /// <exception cref="HarnessException">It is longer than a device reads.</exception>
    public static CallFrame Of(string method, JsonObject? arguments, string source)
    {
        var id = Random.Shared.NextInt64(1L << 40, 1L << 41);
        var frame = new JsonObject { ["id"] = id, ["src"] = source, ["method"] = method };
        if (arguments is { Count: > 0 }) frame["params"] = arguments.DeepClone();
        var text = frame.ToJsonString(s_options);
        return System.Text.Encoding.UTF8.GetByteCount(text) <= MaxBytes
            ? new(id, text)
            : throw new HarnessException($"the call is longer than the {MaxBytes} bytes that a device reads", "send less at once", ExitCode.Usage);
    }

    /// <summary>Which call it is that something answers.</summary>
    /// <returns>Null where it is no answer, as far as that is seen from outside.</returns>
    public static long? IdOf(string answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            return IdOf(document.RootElement) is { } id && id.TryGetInt64(out var number) ? number : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The latter for a name with half a surrogate pair in it, wherever it stands.
            return null;
        }
    }

    /// <summary>Takes an answer.</summary>
    /// <returns>Its result; null where it is the answer to another call.</returns>
    /// <exception cref="DeviceError">It is an error.</exception>
    /// <exception cref="HarnessException">It is no answer.</exception>
    public JsonElement? Result(string method, string answer)
    {
        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(answer);
            root = document.RootElement.Clone();
            // Half a surrogate pair behind a backslash is read without complaint, and thrown about where its text is looked at.
            using var writer = new Utf8JsonWriter(Stream.Null);
            root.WriteTo(writer);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw Strange(method, e);
        }

        if (IdOf(root) is not { } id) throw Strange(method, null);
        if (!id.TryGetInt64(out var number) || number != Id) return null;
        if (root.TryGetProperty("error", out var error)) throw (Exception?)Error(method, error) ?? Strange(method, null);
        return root.TryGetProperty("result", out var result) ? result : throw Strange(method, null);
    }

    /// <summary>What an answer is refused with that no device gives.</summary>
    internal static HarnessException Strange(string method, Exception? inner) =>
        new($"{method}: what came back is no answer of a device", "is it a SecureEsp or Mongoose OS device that listens there?", ExitCode.Failed, inner);

    private static JsonElement? IdOf(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.Number ? id : null;

    private static DeviceError? Error(string method, JsonElement error) =>
        error.ValueKind == JsonValueKind.Object
        && error.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out var number)
        && error.TryGetProperty("message", out var message) && message.ValueKind is JsonValueKind.String or JsonValueKind.Null
            ? new(method, number, message.GetString() ?? "")
            : null;
}
