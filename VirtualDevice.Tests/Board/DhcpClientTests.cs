using System.Buffers.Binary;
using System.Threading.Channels;
using SecureEsp.VirtualDevice.Board;

namespace SecureEsp.VirtualDevice.Tests.Board;

/// <summary>A station whose server's answers are thin: they are passed over, and asked for again.</summary>
public sealed class DhcpClientTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly byte[] Mac = [2, 1, 2, 3, 4, 5];
    private static readonly byte[] Mask = [1, 4, 255, 255, 255, 0], Time = [51, 4, 0, 0, 2, 88], Server = [54, 4, 192, 168, 4, 1];

    public static TheoryData<byte[], byte[]> Thin => new()
    {
        { [], [.. Mask, .. Time] },                                // an offer without its server
        { [54, 3, 192, 168, 4], [.. Mask, .. Time] },              // with half of it
        { Server, [] },
        { Server, Time },
        { Server, Mask },
        { Server, [1, 2, 255, 255, .. Time] },
        { Server, [.. Mask, 51, 1, 9] },
    };

    [Theory]
    [MemberData(nameof(Thin))]
    public async Task A_thin_answer_is_passed_over(byte[] offer, byte[] acknowledgement)
    {
        var received = Channel.CreateUnbounded<Datagram>();
        var (offers, acknowledgements) = (0, 0);
        var client = new DhcpClient(Mac, Answer, received.Reader);
        using var limit = new CancellationTokenSource(Limit);
        var lease = await client.AskAsync(limit.Token);
        Assert.Equal(("192.168.4.7", "255.255.255.0", "192.168.4.1", 600.0), ($"{lease.Address}", $"{lease.Mask}", $"{lease.Server}", lease.Time.TotalSeconds));

        // Thin the first time, whole the second.
        Task Answer(byte[] asked)
        {
            var isDiscover = asked[242] == 1;
            byte[] options = isDiscover
                ? [53, 1, 2, .. ++offers == 1 ? offer : Server]
                : [53, 1, 5, .. Server, .. ++acknowledgements == 1 ? acknowledgement : [.. Mask, .. Time]];
            var answer = new byte[240 + options.Length];
            answer[0] = 2;
            asked.AsSpan(4, 4).CopyTo(answer.AsSpan(4));
            ((byte[])[192, 168, 4, 7]).CopyTo(answer, 16);
            Mac.CopyTo(answer, 28);
            BinaryPrimitives.WriteUInt32BigEndian(answer.AsSpan(236), 0x63825363);
            options.CopyTo(answer, 240);
            received.Writer.TryWrite(new(67, 68, answer));
            return Task.CompletedTask;
        }
    }
}
