using SecureEsp.VirtualDevice.Tests.Runtime;

namespace SecureEsp.VirtualDevice.Tests.Libraries;

/// <summary>
/// nanoframework/System.IO.Ports, SerialPort.cs; nf-interpreter, sys_io_ser_native_System_IO_Ports_SerialPort.cpp.
/// </summary>
public class SerialPortTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_line_is_read_without_its_end_and_answered()
    {
        using var running = new RunningDevice("SerialConsole");
        var console = running.Device.Board.Uart0;
        await console.WaitForAsync("ready\n", Limit);
        console.Type("hel");
        console.Type("lo\r\nwörld\n");
        await console.WaitForAsync("got 'hello\r'\n", Limit);
        await console.WaitForAsync("got 'wörld'\n", Limit);
    }

    [Fact]
    public async Task A_read_ends_at_its_time_limit()
    {
        using var running = new RunningDevice("SerialConsole");
        var console = running.Device.Board.Uart0;
        await console.WaitForAsync("ready\n", Limit);
        console.Type("timeout\n");
        await console.WaitForAsync("System.TimeoutException\n", Limit);
    }

    [Fact]
    public async Task A_read_waits_for_all_the_bytes_it_asked_for()
    {
        using var running = new RunningDevice("SerialConsole");
        var console = running.Device.Board.Uart0;
        await console.WaitForAsync("ready\n", Limit);
        console.Type("read\n");
        await console.WaitForAsync("reading 5\n", Limit);
        console.Type("abc");
        console.Type("de");
        await console.WaitForAsync("read 5 ae\n", Limit);
    }

    [Fact]
    public async Task What_does_not_fit_into_the_receive_buffer_is_lost()
    {
        using var running = new RunningDevice("SerialConsole");
        var board = running.Device.Board;
        await board.Uart0.WaitForAsync("ready\n", Limit);
        board.Uart0.Type("pause\n");
        await board.Uart0.WaitForAsync("pausing\n", Limit);
        board.Uart0.Type(new string('x', 40));
        board.Uart1.Type("resume");
        await board.Uart0.WaitForAsync($"there are 32: {new string('x', 32)}\n", Limit);
        Assert.Equal(8, board.Uart0.LostToOverrun);
    }

    [Fact]
    public async Task What_is_typed_before_the_port_is_open_is_lost()
    {
        using var running = new RunningDevice("SerialConsole");
        var board = running.Device.Board;
        board.Uart2.Type("nobody hears this");
        Assert.Equal(17, board.Uart2.LostUnheard);
        await board.Uart0.WaitForAsync("ready\n", Limit);
    }

    [Fact]
    public async Task A_port_without_pins_does_not_open()
    {
        using var running = new RunningDevice("SerialConsole");
        await running.Device.Board.Uart0.WaitForAsync("COM3 without pins: System.Exception\n", Limit);
    }

    [Fact]
    public async Task A_port_opens_again_but_not_twice_and_belongs_to_one()
    {
        using var running = new RunningDevice("SerialConsole");
        var console = running.Device.Board.Uart0;
        await console.WaitForAsync("ready\n", Limit);
        console.Type("again\n");
        await console.WaitForAsync("open again System.InvalidOperationExceptionSystem.ArgumentException\n", Limit);
    }

    [Fact]
    public async Task Bytes_that_nobody_waits_for_raise_an_event()
    {
        using var running = new RunningDevice("SerialConsole");
        var board = running.Device.Board;
        await board.Uart0.WaitForAsync("ready\n", Limit);
        board.Uart1.Type("one");
        await board.Uart1.WaitForAsync("heard one\n", Limit);
        board.Uart1.Type("two!");
        await board.Uart1.WaitForAsync("watched two!\n", Limit);
    }

    [Fact]
    public async Task A_reset_frees_the_ports()
    {
        using var running = new RunningDevice("SerialConsole");
        var console = running.Device.Board.Uart0;
        var first = await console.WaitForAsync("ready\n", Limit);
        running.Device.Reset();
        await console.WaitForAsync("ready\n", Limit, since: first);
        console.Type("x\n");
        await console.WaitForAsync("got 'x'\n", Limit);
    }
}
