using SecureEsp.VirtualDevice.Board;

namespace SecureEsp.VirtualDevice.Tests.Board;

public class UartTests
{
    [Fact]
    public async Task A_text_is_found_though_it_comes_in_pieces()
    {
        var uart = new Uart();
        var waiting = uart.WaitForAsync("grün", TimeSpan.FromSeconds(20));
        foreach (var b in "ist grün."u8.ToArray()) uart.Transmit([b]);
        Assert.Equal("ist grün".Length, await waiting);
    }

    [Fact]
    public async Task A_text_is_looked_for_only_from_the_mark_on()
    {
        var uart = new Uart();
        uart.Transmit("one one"u8);
        var first = await uart.WaitForAsync("one", TimeSpan.FromSeconds(20));
        Assert.Equal(7, await uart.WaitForAsync("one", TimeSpan.FromSeconds(20), first));
        await Assert.ThrowsAsync<TimeoutException>(() => uart.WaitForAsync("one", TimeSpan.FromMilliseconds(20), uart.Position));
    }

    [Fact]
    public async Task What_is_kept_is_bounded_and_positions_go_on()
    {
        var uart = new Uart();
        var kilobyte = new byte[1024];
        kilobyte.AsSpan().Fill((byte)'.');
        for (var i = 0; i < 2000; i++) uart.Transmit(kilobyte);
        uart.Transmit("end"u8);
        Assert.InRange(uart.Output.Length, 256 * 1024, 600 * 1024);
        Assert.Equal(2000 * 1024 + 3, uart.Position);
        Assert.Equal(uart.Position, await uart.WaitForAsync("end", TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public void Every_piece_is_told_to_who_listens()
    {
        var uart = new Uart();
        var heard = new List<string>();
        uart.Written += heard.Add;
        uart.Transmit("a"u8);
        uart.Transmit([0xC3]);
        uart.Transmit([0xA4]);
        Assert.Equal(["a", "ä"], heard);
    }
}
