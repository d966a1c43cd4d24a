using SecureEsp.VirtualDevice.Tests.Runtime;

namespace SecureEsp.VirtualDevice.Tests.Libraries;

/// <summary>nf-interpreter, targets/ESP32/_nanoCLR/System.Device.Gpio/cpu_gpio.cpp; nanoframework/System.Device.Gpio.</summary>
public class GpioTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_driven_input_calls_back_and_an_output_shows_outside()
    {
        using var running = new RunningDevice("PinWatcher");
        var gpio = running.Device.Board.Gpio;
        running.WaitForOutput("button High, lamp Low, mode 2");
        running.WaitForOutput("watching");
        var on = gpio.WaitForAsync(9, high: true, Limit);
        gpio.Drive(4, false);
        await on;
        running.WaitForOutput("pressed 4");
        var off = gpio.WaitForAsync(9, high: false, Limit);
        gpio.Drive(4, null);
        await off;
        Assert.DoesNotContain("pressed 4\r\npressed 4", running.Output);
    }

    [Theory]
    [InlineData("open twice: InvalidOperationException")]
    [InlineData("no such pin: InvalidOperationException")]
    [InlineData("reserved pin: InvalidOperationException")]
    [InlineData("write an input: InvalidOperationException")]
    [InlineData("close what is not open: InvalidOperationException")]
    [InlineData("write a closed pin: ObjectDisposedException")]
    [InlineData("read a closed pin: ObjectDisposedException")]
    [InlineData("controller writes a closed pin: InvalidOperationException")]
    public void The_device_refuses(string line)
    {
        using var running = new RunningDevice("PinWatcher");
        running.WaitForOutput(line);
    }

    [Fact]
    public void A_level_that_does_not_last_is_not_reported()
    {
        using var running = new RunningDevice("PinWatcher");
        var gpio = running.Device.Board.Gpio;
        running.WaitForOutput("watching");
        gpio.Drive(5, true);
        gpio.Drive(5, false);
        gpio.Drive(5, true);
        running.WaitForOutput("slow rose");
        Assert.DoesNotContain("slow fell", running.Output);
    }

    [Fact]
    public void A_reset_makes_every_pin_an_input_again()
    {
        using var running = new RunningDevice("PinWatcher");
        var gpio = running.Device.Board.Gpio;
        running.WaitForOutput("watching");
        gpio.Drive(4, false);
        running.WaitForOutput("pressed 4");
        running.Device.PowerOff();
        Assert.False(gpio.Read(9));
        Assert.False(gpio.IsOpen(9));
    }
}
