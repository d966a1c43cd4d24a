namespace SecureEsp.VirtualDevice.Board;

/// <summary>The hardware of one ESP32-S3: what survives a reboot, and what the outside world touches.</summary>
public sealed class VirtualBoard
{
    public BoardClock Clock { get; } = new();

    public HardwareRandom Random { get; } = new();

    public PowerSwitch Power { get; } = new();

    /// <summary>Text that the CLR and Debug.WriteLine print, raised on the printing thread.</summary>
    public event Action<string>? DebugPrinted;

    internal void PrintDebug(string text) => DebugPrinted?.Invoke(text);
}
