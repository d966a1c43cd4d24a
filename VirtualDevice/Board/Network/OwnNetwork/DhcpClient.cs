using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Threading.Channels;

namespace SecureEsp.VirtualDevice.Board;

/// <summary>What DHCP has given to a station.</summary>
public sealed record DhcpLease(IPAddress Address, IPAddress Mask, IPAddress Server, TimeSpan Time);

/// <summary>A station's side of DHCP (RFC 2131): discover, offer, request, acknowledgement; each asked for again until it is answered.</summary>
internal sealed class DhcpClient
{
    public const int ServerPort = 67, ClientPort = 68;

    private const byte Discover = 1, Offer = 2, Request = 3, Acknowledge = 5, Refuse = 6;
    private const byte MaskOption = 1, AddressOption = 50, TimeOption = 51, TypeOption = 53, ServerOption = 54, End = 255;
    private const int FixedLength = 236, IdAt = 4, FlagsAt = 10, OfferedAt = 16, HardwareAt = 28;
    private const uint Magic = 0x63825363;
    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(250);

    private readonly byte[] _mac;
    private readonly Func<byte[], Task> _send;
    private readonly ChannelReader<Datagram> _received;
    private readonly uint _id = (uint)RandomNumberGenerator.GetInt32(int.MaxValue);

    public DhcpClient(byte[] mac, Func<byte[], Task> send, ChannelReader<Datagram> received)
    {
        _mac = mac;
        _send = send;
        _received = received;
    }

    public async Task<DhcpLease> AskAsync(CancellationToken stopping)
    {
        while (true)
        {
            var offer = await ExchangeAsync(Message(Discover, null, null), r => r.Type == Offer && r.Has(ServerOption), stopping);
            var server = offer.Options[ServerOption];
            var answer = await ExchangeAsync(
                Message(Request, offer.Address.GetAddressBytes(), server), r => r.Type == Refuse || (r.Type == Acknowledge && r.Has(MaskOption) && r.Has(TimeOption)), stopping);
            if (answer.Type == Acknowledge) return Lease(answer, server);
        }
    }

    private static DhcpLease Lease(Reply answer, byte[] server) => new(
        answer.Address,
        new IPAddress(answer.Options[MaskOption]),
        new IPAddress(server),
        TimeSpan.FromSeconds(BinaryPrimitives.ReadUInt32BigEndian(answer.Options[TimeOption])));

    // What is no whole answer is passed over, as if it had been lost on the way.
    private async Task<Reply> ExchangeAsync(byte[] message, Func<Reply, bool> isWanted, CancellationToken stopping)
    {
        while (true)
        {
            await _send(message);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            patience.CancelAfter(AskAgain);
            try
            {
                while (true)
                {
                    var datagram = await _received.ReadAsync(patience.Token);
                    if (datagram.ToPort == ClientPort && Read(datagram.Data) is { } reply && isWanted(reply)) return reply;
                }
            }
            catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
            {
                // asked again
            }
        }
    }

    private byte[] Message(byte type, byte[]? address, byte[]? server)
    {
        var fixedPart = new byte[FixedLength];
        (fixedPart[0], fixedPart[1], fixedPart[2]) = (1, 1, 6); // a request, Ethernet, six bytes of address
        BinaryPrimitives.WriteUInt32BigEndian(fixedPart.AsSpan(IdAt), _id);
        BinaryPrimitives.WriteUInt16BigEndian(fixedPart.AsSpan(FlagsAt), 0x8000); // it has no address yet: answer to all
        _mac.CopyTo(fixedPart, HardwareAt);
        byte[] options = [0x63, 0x82, 0x53, 0x63, TypeOption, 1, type];
        if (address is not null) options = [.. options, AddressOption, 4, .. address];
        if (server is not null) options = [.. options, ServerOption, 4, .. server];
        return [.. fixedPart, .. options, End];
    }

    private Reply? Read(byte[] data)
    {
        if (data.Length < FixedLength + 5 || data[0] != 2 || BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(IdAt)) != _id) return null;
        if (BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(FixedLength)) != Magic || !data.AsSpan(HardwareAt, 6).SequenceEqual(_mac)) return null;
        var options = new Dictionary<byte, byte[]>();
        for (var at = FixedLength + 4; at + 1 < data.Length && data[at] != End;)
        {
            if (data[at] == 0)
            {
                at++;
                continue;
            }
            var length = data[at + 1];
            if (at + 2 + length > data.Length) return null;
            options[data[at]] = data[(at + 2)..(at + 2 + length)];
            at += 2 + length;
        }
        return options.TryGetValue(TypeOption, out var type) && type.Length == 1 ? new(type[0], new IPAddress(data[OfferedAt..(OfferedAt + 4)]), options) : null;
    }

    private sealed record Reply(byte Type, IPAddress Address, Dictionary<byte, byte[]> Options)
    {
        /// <summary>Whether an option is there whose value has four bytes, as addresses and times have.</summary>
        public bool Has(byte option) => Options.TryGetValue(option, out var value) && value.Length == 4;
    }
}
