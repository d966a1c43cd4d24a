using SecureEsp.ServerHarness.Tests.MainJob;
using SecureEsp.ServerHarness.Updates.Format;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>A download that was cut is gone on with where it is durable, by a Range request.</summary>
public sealed class ResumeTests(PkiFixture pki) : IClassFixture<PkiFixture>
{
    private const int ChunkBytes = 4096;
    private const int ChunksPerCommit = 8;

    [TimedFact]
    public async Task After_a_power_cut_the_first_byte_asked_for_is_that_behind_the_last_durable_chunk()
    {
        await using var rig = await UpdateRig.StartAsync(pki);
        var bytes = rig.Server.Bundle = await rig.Bundle("1.0.0", filling: 200_000);
        var bundle = Bundle.Read(bytes);
        var payloadAt = bytes.Length - bundle.Payload.Length;
        var board = rig.NewBoard();

        // While the payload comes. What is written is not durable before the slot is closed.
        var cut = false;
        rig.Server.Instead = context =>
        {
            if (!cut && First(context.Request.Headers.Range.ToString()) > 24) (cut, board.Flash.PowerFailsAt) = (true, board.Flash.Operations + 4);
            return Task.FromResult(false);
        };
        var off = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        rig.Bench.PowerUp(board);
        rig.Bench.Device!.Happened += e =>
        {
            if (e.Kind == DeviceEventKind.PoweredOff) off.TrySetResult();
        };
        await off.Task.WaitAsync(Bench.Limit);
        var durable = board.Flash.Read(@"I:\slot-a.bundle")!;
        Assert.True(bytes.AsSpan(0, durable.Length).SequenceEqual(durable));
        Assert.Equal(0, (durable.Length - payloadAt) % (ChunksPerCommit * ChunkBytes));
        Assert.InRange(durable.Length, payloadAt + 1, bytes.Length - 1);

        var asked = rig.Server.Requests.Count;
        rig.Bench.Device.PowerOff();
        rig.Bench.Device.PowerOn();
        await rig.Logged($"Update to 1.0.0: continuing at chunk {(durable.Length - payloadAt) / ChunkBytes} of ");
        await rig.Logged("[SUCCESS] Update to 1.0.0 is confirmed");

        // Head of the envelope, the rest of the head, and then nothing that is there already.
        var ranges = rig.Server.Requests.Skip(asked).Select(r => First(r.Range)).ToList();
        Assert.Equal([0, 24, durable.Length], ranges.Take(3));
    }

    [TimedFact]
    public async Task A_connection_that_breaks_is_gone_on_with_by_a_Range_behind_what_has_come()
    {
        await using var rig = await UpdateRig.StartAsync(pki);
        var bytes = await rig.Bundle("1.0.0", filling: 40_000);
        rig.Server.Instead = async context =>
        {
            await rig.Server.Send(context, bytes, 10_000);
            return true;
        };
        rig.PowerUp();
        await rig.Logged("[SUCCESS] Update to 1.0.0 is stored and verified");

        // Each piece begins at a chunk's beginning that had not come whole, none before: a broken chunk is asked for as a whole.
        var payloadAt = bytes.Length - Bundle.Read(bytes).Payload.Length;
        var pieces = rig.Server.Requests.Select(r => First(r.Range)).Where(f => f > payloadAt).Distinct().ToList();
        Assert.True(pieces.Count >= (bytes.Length / 10_000) - 1, string.Join(' ', pieces));
        Assert.All(pieces, f => Assert.Equal(0, (f - payloadAt) % ChunkBytes));
        Assert.Equal(pieces.Order(), pieces);
    }

    private static int First(string range) => int.Parse(range["bytes=".Length..range.IndexOf('-')], System.Globalization.CultureInfo.InvariantCulture);
}
