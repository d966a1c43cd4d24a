using SecureEsp.ServerHarness.Updates;
using SecureEsp.ServerHarness.Updates.Format;

namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>Deterministic CBOR: one encoding of each value, written and read.</summary>
public sealed class CborTests
{
    // RFC 8949, appendix A.
    [Theory]
    [InlineData(0, "00")]
    [InlineData(23, "17")]
    [InlineData(24, "1818")]
    [InlineData(100, "1864")]
    [InlineData(1000, "1903e8")]
    [InlineData(1000000, "1a000f4240")]
    [InlineData(1000000000000, "1b000000e8d4a51000")]
    [InlineData(ulong.MaxValue, "1bffffffffffffffff")]
    public void Numbers_are_written_as_the_RFC_has_them(ulong value, string hex)
    {
        Assert.Equal(hex, Convert.ToHexStringLower(new CborWriter().Number(value).ToArray()));
        Assert.Equal(value, new CborReader(Convert.FromHexString(hex), "it").Number(0, ulong.MaxValue));
    }

    [Fact]
    public void Arrays_maps_bytes_and_text_are_written_as_the_RFC_has_them()
    {
        Assert.Equal("83010203", Convert.ToHexStringLower(new CborWriter().Array(3).Number(1).Number(2).Number(3).ToArray()));
        Assert.Equal("a201020304", Convert.ToHexStringLower(new CborWriter().Map(2).Number(1).Number(2).Number(3).Number(4).ToArray()));
        Assert.Equal("4401020304", Convert.ToHexStringLower(new CborWriter().Bytes([1, 2, 3, 4]).ToArray()));
        Assert.Equal("62c3bc", Convert.ToHexStringLower(new CborWriter().Text("ü").ToArray()));
    }

    [Theory]
    [InlineData("1817", "shortest form")]
    [InlineData("190018", "shortest form")]
    [InlineData("1a0000ffff", "shortest form")]
    [InlineData("1b00000000ffffffff", "shortest form")]
    [InlineData("1f", "not definite")]
    [InlineData("1c", "not definite")]
    [InlineData("20", "type 1")]
    [InlineData("c001", "type 6")]
    [InlineData("f90000", "type 7")]
    [InlineData("19", "ends too early")]
    [InlineData("", "ends too early")]
    public void Another_encoding_is_refused(string hex, string words) =>
        Assert.Contains(words, Assert.Throws<BundleException>(() => new CborReader(Convert.FromHexString(hex), "it").Number(0, ulong.MaxValue)).Message);

    [Theory]
    [InlineData("61ff", "not UTF-8")]
    [InlineData("610a", "control")]
    [InlineData("60", "entries")]
    [InlineData("7f6161ff", "not definite")]
    [InlineData("7b7fffffffffffffff", "entries")]
    [InlineData("6461", "ends too early")]
    public void A_text_that_is_none_is_refused(string hex, string words) =>
        Assert.Contains(words, Assert.Throws<BundleException>(() => new CborReader(Convert.FromHexString(hex), "it").Text(10)).Message);
}
