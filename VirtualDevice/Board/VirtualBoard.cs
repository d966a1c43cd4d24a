using System.Text;
using SecureEsp.VirtualDevice.Tls;

namespace SecureEsp.VirtualDevice.Board;

/// <summary>The hardware of one ESP32-S3: what survives a reboot, and what the outside world touches.</summary>
public sealed class VirtualBoard
{
    /// <param name="flash">Drive I:; without, an empty one of 2 MB.</param>
    public VirtualBoard(Flash? flash = null)
    {
        Flash = flash ?? new();
        Flash.PowerFailed = () => Power.Request(PowerRequest.Off);
        Wifi = new WifiConfiguration(Flash);
        Certificates = new CertificateStore(Flash);
        Radio = new Radio(Wifi, Clock);
    }

    /// <summary>Drive I:.</summary>
    public Flash Flash { get; }

    /// <summary>COM1, which the CLR and Debug.WriteLine print to as well.</summary>
    public Uart Uart0 { get; } = new();

    /// <summary>COM2.</summary>
    public Uart Uart1 { get; } = new();

    /// <summary>COM3.</summary>
    public Uart Uart2 { get; } = new();

    public GpioBank Gpio { get; } = new();

    /// <summary>Wi-Fi: the networks in reach and the one joined.</summary>
    public Radio Radio { get; }

    /// <summary>The network configuration on flash.</summary>
    public WifiConfiguration Wifi { get; }

    /// <summary>The CA bundle and the device's own certificate on flash.</summary>
    public CertificateStore Certificates { get; }

    public BoardClock Clock { get; } = new();

    public HardwareRandom Random { get; } = new();

    public PowerSwitch Power { get; } = new();

    public DeepSleep Sleep { get; } = new();

    /// <summary>How the firmware image on this board reports TLS failures.</summary>
    public TlsGeneration TlsGeneration { get; set; }

    /// <summary>
    /// Whether a TLS handshake holds up every thread of the device until it is done, as on a board, where it is one native
    /// call that no time-out ends. Off, the other threads go on.
    /// </summary>
    public bool HandshakesStall { get; set; } = true;

    /// <summary>Text that the CLR and Debug.WriteLine print, raised on the printing thread.</summary>
    public event Action<string>? DebugPrinted;

    internal void PrintDebug(string text)
    {
        Uart0.Transmit(Encoding.UTF8.GetBytes(text));
        DebugPrinted?.Invoke(text);
    }
}
