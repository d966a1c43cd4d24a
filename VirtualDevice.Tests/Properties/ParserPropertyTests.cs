using System.Text;
using FsCheck.Fluent;

namespace SecureEsp.VirtualDevice.Tests.Properties;

/// <summary>The firmware's HTTP parser, topic router and line editor, on inputs that nobody thought of.</summary>
public sealed class ParserPropertyTests(CompiledParsers parsers) : IClassFixture<CompiledParsers>
{
    private readonly CompiledParsers _parsers = parsers.OnThisThread();

    [Fact]
    public void A_response_is_read_whole_however_it_is_split() => Samples.Check(Samples.Responses, response =>
    {
        var wire = Samples.Wire(response);
        var whole = _parsers.Response(wire, wire.Length);
        return whole.Split('\n')[0] == $"{response.Head.Split(' ')[1]} 0 done {response.Body.Length}" && whole.EndsWith("B:" + response.Body, StringComparison.Ordinal)
            && new[] { 1, 2, 3, 7, 64 }.All(part => _parsers.Response(wire, part) == whole);
    });

    [Fact]
    public void Every_truncation_of_a_response_is_noticed() => Samples.Check(Samples.Responses, response =>
    {
        var wire = Samples.Wire(response);
        return Enumerable.Range(0, wire.Length).All(length => _parsers.Response(wire[..length], 64).Contains(" open ", StringComparison.Ordinal));
    });

    [Fact]
    public void No_single_corrupt_byte_of_a_response_makes_a_longer_body_or_an_exception() => Samples.Check(Samples.Responses, response =>
    {
        var wire = Samples.Wire(response);
        for (var at = 0; at < wire.Length; at++)
        {
            var right = wire[at];
            wire[at] = (byte)(right ^ (1 << at % 8));
            if (long.Parse(_parsers.Response(wire, 64).Split('\n')[0].Split(' ')[3]) > wire.Length) return false;
            wire[at] = right;
        }
        return true;
    });

    [Fact]
    public void Whatever_arrives_is_a_response_or_an_error() => Samples.Check(Samples.Bytes, bytes => _parsers.Response(bytes, 5).Split('\n')[0].Split(' ') is [_, not "0", "open", "0"]);

    [Fact]
    public void A_device_answers_to_its_own_topic_alone() => Samples.Check(
        (from device in Samples.Text("abc-", 8) from other in Samples.Text("abc-/+#", 12) from length in Gen.Choose(0, 2000) select (device, other, length)).ToArbitrary(),
        sample =>
        {
            var payload = new byte[sample.length];
            var own = _parsers.Route(sample.device, $"esp/{sample.device}/ping", payload);
            return own == (payload.Length <= 1024 ? $"esp/{sample.device}/pong" : null)
                && (sample.other == sample.device || _parsers.Route(sample.device, $"esp/{sample.other}/ping", payload) is null);
        });

    [Fact]
    public void What_is_typed_is_the_line_and_nothing_typed_throws() => Samples.Check(
        (from text in Samples.Text("abcäöü €@[", 60) from noise in Gen.Choose(0, 255).Select(i => (byte)i).ArrayOf() select (text, noise)).ToArbitrary(),
        sample =>
        {
            // Ctrl+C, an escape sequence's end and CR leave the editor empty, whatever was typed before.
            var clean = sample.noise.Concat(Encoding.ASCII.GetBytes("m\u0003\r\n")).Concat(Encoding.UTF8.GetBytes(sample.text + "\r")).ToArray();
            var lines = _parsers.Lines(clean);
            return lines.EndsWith("\n" + sample.text + "\n", StringComparison.Ordinal) && lines.Split('\n').All(l => Encoding.UTF8.GetByteCount(l) <= 128);
        });
}
