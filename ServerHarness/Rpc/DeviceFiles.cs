using System.Text.Json;
using System.Text.Json.Nodes;

namespace SecureEsp.ServerHarness.Rpc;

/// <summary>A device's files, over its calls.</summary>
public sealed class DeviceFiles(IDeviceChannel channel)
{
    private const int ChunkBytes = 512;
    private const int Attempts = 3;
    private const string Unfinished = ".part";

    // Below the time that an interrupted command has.
    private static readonly TimeSpan s_forgetLimit = TimeSpan.FromSeconds(10);

    /// <summary>How many bytes have passed so far.</summary>
    public long Passed { get; private set; }

    /// <summary>Names and sizes of the files in a directory.</summary>
    public async Task<IReadOnlyList<(string Name, long Size)>> ListAsync(string directory, CancellationToken cancellation)
    {
        var files = await channel.CallAsync("FS.ListExt", new() { ["path"] = directory }, cancellation);
        return Read("FS.ListExt", files, all => all.EnumerateArray()
            .Select(f => (Name: f.GetProperty("name").GetString() ?? throw new FormatException("no name"), Size: f.GetProperty("size").GetInt64()))
            .OrderBy(f => f.Name, StringComparer.Ordinal).ToArray());
    }

    /// <summary>Reads a file to its end.</summary>
    /// <exception cref="DeviceError">There is none, or none that may be read.</exception>
    /// <exception cref="HarnessException">It has changed meanwhile, or the device cannot be reached.</exception>
    public async Task GetAsync(string file, Stream target, CancellationToken cancellation)
    {
        long? size = null;
        for (long left = 1, offset = 0; left > 0;)
        {
            var part = await Repeat("FS.Get", new() { ["filename"] = file, ["offset"] = offset, ["len"] = ChunkBytes }, cancellation);
            (var bytes, left) = Read("FS.Get", part, p => (p.GetProperty("data").GetBytesFromBase64(), p.GetProperty("left").GetInt64()));
            if (left < 0) throw CallFrame.Strange("FS.Get", null);
            offset += bytes.Length;
            size ??= offset + left;
            if (offset + left != size || (bytes.Length == 0 && left > 0)) throw new HarnessException($"{file} has changed while it was read", "read it again");
            await target.WriteAsync(bytes, cancellation);
            Passed = offset;
        }
    }

    /// <summary>Writes a file beside its place, reads it back, and puts it there in one step: what was there before stays until then.</summary>
    /// <exception cref="DeviceError">The device does not take it; the file is as it was.</exception>
    /// <exception cref="AnswerLostException">The device has not answered; the file is as it was, or, where it was the last answer that was lost, the new one.</exception>
    /// <exception cref="HarnessException">What was read back is not what was written, or the device cannot be called; the file is as it was.</exception>
    public async Task PutAsync(byte[] content, string file, CancellationToken cancellation)
    {
        var unfinished = file + Unfinished;
        try
        {
            for (var offset = 0; offset == 0 || offset < content.Length; offset += ChunkBytes)
            {
                var data = Convert.ToBase64String(content.AsSpan(offset, Math.Min(ChunkBytes, content.Length - offset)));
                await Repeat("FS.Put", new() { ["filename"] = unfinished, ["offset"] = offset, ["data"] = data }, cancellation);
                Passed = Math.Min(offset + ChunkBytes, content.Length);
            }

            using var back = new MemoryStream();
            await GetAsync(unfinished, back, cancellation);
            if (!back.ToArray().AsSpan().SequenceEqual(content)) throw new HarnessException($"what the device holds of {file} is not what was sent", "send it again");
            await channel.CallAsync("FS.Rename", new() { ["src"] = unfinished, ["dst"] = file }, cancellation);
        }
        catch
        {
            // Interrupted or not: what is half there would take the device's room.
            await Forget(unfinished);
            throw;
        }
    }

    // A call that is sent again leaves the file as the first one did.
    private async Task<JsonElement> Repeat(string method, JsonObject arguments, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await channel.CallAsync(method, arguments, cancellation);
            }
            catch (AnswerLostException) when (attempt < Attempts)
            {
            }
        }
    }

    private async Task Forget(string unfinished)
    {
        using var limit = new CancellationTokenSource(s_forgetLimit);
        try
        {
            await channel.CallAsync("FS.Remove", new() { ["filename"] = unfinished }, limit.Token);
        }
        catch (Exception e) when (e is DeviceError or HarnessException or OperationCanceledException)
        {
            // The failure before it is what counts, and the next put begins this file anew.
        }
    }

    private static T Read<T>(string method, JsonElement answer, Func<JsonElement, T> read)
    {
        try
        {
            return read(answer);
        }
        catch (Exception e) when (e is InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw CallFrame.Strange(method, e);
        }
    }
}
