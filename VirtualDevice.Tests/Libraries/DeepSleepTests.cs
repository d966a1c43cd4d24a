using SecureEsp.VirtualDevice.Runtime;
using SecureEsp.VirtualDevice.Tests.Runtime;

namespace SecureEsp.VirtualDevice.Tests.Libraries;

/// <summary>nf-interpreter, nanoFramework_hardware_esp32_native_Hardware_Esp32_Sleep.cpp (esp_sleep_get_wakeup_cause).</summary>
public class DeepSleepTests
{
    [Fact]
    public void Each_boot_knows_what_woke_it_and_the_clock_goes_on()
    {
        using var running = new RunningDevice("Sleeper");
        var gpio = running.Device.Board.Gpio;
        running.WaitForOutput("woken by 0, pins 0, year 1970");
        running.Device.Board.Clock.Set(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        running.WaitForOutput("woken by 4, pins 0");
        running.WaitForOutput("pin 40: 258");
        running.WaitForEvent(DeviceEventKind.Asleep, times: 2);
        gpio.Drive(4, true);
        running.WaitForOutput("woken by 2, pins 0, year 2026");
        running.WaitForEvent(DeviceEventKind.Asleep, times: 3);
        gpio.Drive(6, true);
        running.WaitForOutput("woken by 3, pins 64, year 2026");
    }

    [Fact]
    public void A_reset_in_sleep_is_no_wake_up()
    {
        using var running = new RunningDevice("Sleeper");
        running.WaitForEvent(DeviceEventKind.Asleep, times: 2);
        running.Device.Reset();
        running.WaitForOutput("woken by 0", times: 2);
    }

    [Fact]
    public void The_power_goes_off_in_sleep()
    {
        using var running = new RunningDevice("Sleeper");
        running.WaitForEvent(DeviceEventKind.Asleep, times: 2);
        running.Device.PowerOff();
        running.WaitForEvent(DeviceEventKind.PoweredOff);
        Assert.Equal(2, running.Device.Boots);
    }
}
