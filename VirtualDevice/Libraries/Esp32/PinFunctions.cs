namespace SecureEsp.VirtualDevice.Libraries.Esp32;

/// <summary>
/// Which pin serves which line of which device, from boot to boot (nf-interpreter, ESP32_S3_DeviceMapping.cpp). A function
/// is a number: device type in bits 16 to 23, device in 8 to 15, line in 0 to 7.
/// </summary>
internal sealed class PinFunctions
{
    private const int Serial = 3;
    private const int Pwm = 4;
    private const int Adc = 5;
    private const int Transmit = 0;
    private const int Receive = 1;
    private const int PinCount = 49;

    // Number of devices and of lines of each, by type.
    private static readonly Dictionary<int, (int Devices, int Lines)> Types = new()
    {
        [1] = (2, 3),
        [2] = (2, 2),
        [Serial] = (3, 4),
        [Pwm] = (16, 1),
        [6] = (2, 5),
        [8] = (2, 6),
    };

    private readonly Lock _lock = new();
    private readonly Dictionary<int, int> _pins = new()
    {
        // COM1 is the UART of the boot console; its pins are fixed.
        [Function(Serial, 1, 0)] = 43,
        [Function(Serial, 1, 1)] = 44,
        [Function(Serial, 1, 2)] = 15,
        [Function(Serial, 1, 3)] = 16,
    };

    public static int SerialTransmit(int port) => Function(Serial, port, Transmit);

    public static int SerialReceive(int port) => Function(Serial, port, Receive);

    /// <returns>The pin; -1 for none.</returns>
    public int Get(int function)
    {
        // ADC1 has channels 0 to 9 on pins 1 to 10, ADC2 has 10 to 19 on pins 11 to 20.
        if (function >> 16 == Adc) return (function & 0xFF) < 20 ? (function & 0xFF) + 1 : -1;
        lock (_lock) return _pins.GetValueOrDefault(function, -1);
    }

    /// <returns>False where there is no such device, line or pin.</returns>
    public bool Set(int pin, int function)
    {
        var (type, device, line) = (function >> 16, function >> 8 & 0xFF, function & 0xFF);
        if (type == 0) return true;
        if (!Types.TryGetValue(type, out var known) || device < 1 || device > known.Devices || line >= known.Lines) return false;
        if (pin is < 0 or >= PinCount or (>= 22 and <= 25)) return false;
        lock (_lock) _pins[function] = pin;
        return true;
    }

    private static int Function(int type, int device, int line) => type << 16 | device << 8 | line;
}
