using System.Text;
using FsCheck.Fluent;

namespace SecureEsp.VirtualDevice.Tests.Properties;

/// <summary>The firmware's settings, as text and as a record, and its CRC.</summary>
public sealed class RecordPropertyTests(CompiledParsers parsers) : IClassFixture<CompiledParsers>
{
    private readonly CompiledParsers _parsers = parsers.OnThisThread();

    [Fact]
    public void A_record_gives_back_what_was_stored() => Samples.Check(Samples.SettingLines, lines =>
    {
        var sequence = (uint)lines.Length * 1_000_003;
        return _parsers.Decode(_parsers.Encode(lines, sequence)) == $"{sequence}\n{Values(_parsers.Settings(lines))}";
    });

    [Fact]
    public void Every_truncation_of_a_record_is_refused() => Samples.Check(Samples.SettingLines, lines =>
    {
        var record = _parsers.Encode(lines, 1);
        return Enumerable.Range(0, record.Length).All(length => _parsers.Decode(record[..length]) is null);
    });

    [Fact]
    public void Every_single_corrupt_byte_of_a_record_is_refused() => Samples.Check(Samples.SettingLines, lines =>
    {
        var record = _parsers.Encode(lines, 1);
        for (var at = 0; at < record.Length; at++)
        {
            var right = record[at];
            for (var change = 1; change < 256; change = change * 2 + at % 2)
            {
                record[at] = (byte)(right ^ change);
                if (_parsers.Decode(record) is not null) return false;
            }
            record[at] = right;
        }
        return true;
    });

    [Fact]
    public void Bytes_that_are_no_record_are_refused() => Samples.Check(Samples.Bytes, bytes => _parsers.Decode(bytes) is null);

    [Fact]
    public void Settings_that_are_told_are_read_back_the_same() => Samples.Check(Samples.SettingLines, lines =>
    {
        var told = _parsers.Settings(lines).Split('\n');
        var wanted = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('=', 2)[1]);
        return told[0] == "7 0" && wanted.All(told[1..].Contains);
    });

    [Fact]
    public void Any_text_as_settings_leaves_each_value_in_its_range() => Samples.Check(
        (from lines in Samples.SettingLines.Generator from at in Gen.Choose(0, 400) from with in Gen.Choose(0, 0xffff) from cut in Gen.Choose(0, 400) select (lines, at, with, cut)).ToArbitrary(),
        sample =>
        {
            var text = new StringBuilder(sample.lines[..Math.Min(sample.cut, sample.lines.Length)]);
            if (sample.at < text.Length) text[sample.at] = (char)sample.with;
            var values = _parsers.Settings(text.ToString()).Split('\n');
            return values.Length == 11 && int.Parse(values[3]) is >= 1 and <= 65535 && int.Parse(values[7]) is >= 1 and <= 65535 && values[4].StartsWith('/')
                && int.Parse(values[0].Split(' ')[0]) + int.Parse(values[0].Split(' ')[1]) <= 8;
        });

    // ISO 3309, bit by bit.
    [Fact]
    public void The_check_value_is_the_standards_and_one_bit_changes_it() => Samples.Check(Samples.Bytes, bytes =>
    {
        var expected = 0xffffffffu;
        foreach (var b in bytes)
        {
            expected ^= b;
            for (var bit = 0; bit < 8; bit++) expected = (expected >> 1) ^ ((expected & 1) * 0xEDB88320u);
        }
        if (_parsers.Crc(bytes) != ~expected) return false;
        if (bytes.Length == 0) return true;
        bytes[bytes.Length / 2] ^= 0x10;
        return _parsers.Crc(bytes) != ~expected;
    });

    private static string Values(string told) => told[(told.IndexOf('\n') + 1)..];
}
