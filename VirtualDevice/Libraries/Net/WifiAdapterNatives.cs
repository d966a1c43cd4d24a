using System.Text;
using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Libraries.Net;

/// <summary>Host side of WifiAdapter (nf-interpreter, sys_dev_wifi_native_System_Device_Wifi_WifiAdapter.cpp).</summary>
[Natives("System.Device.Wifi", "System.Device.Wifi.WifiAdapter")]
internal static class WifiAdapterNatives
{
    // Values of WifiConnectionStatus.
    private const int InvalidCredential = 1, NetworkNotAvailable = 2, Success = 3, TimedOut = 4, UnspecifiedFailure = 5;

    private const int ConnectMilliseconds = 20_000;

    /// <summary>The bit of WifiReconnectionKind that the driver reads: Manual stores the network.</summary>
    private const int SaveConfiguration = 1;

    private const int SsidLength = 33, RecordLength = 6 + SsidLength + 3;
    private const byte OpenNetwork = 0, Wpa2Psk = 3, AesCipher = 4;

    public static void NativeInit(object self) => _ = Life.Current;

    public static void DisposeNative(object self) => _ = Life.Current;

    public static byte[] NativeFindWirelessAdapters() => Life.Current is not null ? [InterfaceSettings.Station] : [];

    public static int NativeConnect(object self, string Ssid, string passwordCredential, int reconnectionKind)
    {
        var board = BoardOf(self);
        var life = Life.Current;
        if (Ssid is null || passwordCredential is null) throw new NullReferenceException();
        if ((reconnectionKind & SaveConfiguration) != 0)
            board.Wifi.Station = board.Wifi.Station with { Ssid = Ssid, Password = passwordCredential, Options = StationSettings.AutoConnect | 2 };
        try
        {
            return life.Await(board.Radio.JoinAsync(Ssid, passwordCredential), ConnectMilliseconds) switch
            {
                JoinResult.Joined => Success,
                JoinResult.WrongPassword => InvalidCredential,
                JoinResult.NoStation => UnspecifiedFailure,
                _ => NetworkNotAvailable,
            };
        }
        catch (TimeoutException)
        {
            return TimedOut;
        }
    }

    public static void NativeDisconnect(object self) => BoardOf(self).Radio.Leave();

    /// <exception cref="InvalidOperationException">The radio runs without a station.</exception>
    public static void NativeScanAsync(object self)
    {
        var radio = BoardOf(self).Radio;
        if (!radio.HasStation) throw new InvalidOperationException();
        radio.Scan();
    }

    public static void NativeSetDeviceName(object self, string deviceName) => _ = BoardOf(self);

    public static byte[] GetNativeScanReport(object self)
    {
        var heard = BoardOf(self).Radio.AccessPoints.Where(a => a.IsInRange).OrderByDescending(a => a.Rssi).Take(byte.MaxValue).ToList();
        var report = new byte[(heard.Count * RecordLength) + 2];
        report[0] = (byte)heard.Count;
        for (var i = 0; i < heard.Count; i++) WriteRecord(heard[i], report.AsSpan(1 + (i * RecordLength), RecordLength));
        return report;
    }

    private static void WriteRecord(AccessPoint network, Span<byte> record)
    {
        network.Bssid.CopyTo(record);
        var ssid = Encoding.UTF8.GetBytes(network.Ssid);
        ssid.AsSpan(0, Math.Min(ssid.Length, SsidLength - 1)).CopyTo(record[6..]);
        var isOpen = network.Password.Length == 0;
        record[6 + SsidLength] = (byte)network.Rssi;
        record[7 + SsidLength] = isOpen ? OpenNetwork : Wpa2Psk;
        record[8 + SsidLength] = isOpen ? (byte)0 : AesCipher;
    }

    private static VirtualBoard BoardOf(object adapter)
    {
        var board = Life.Current.Board;
        return Fields.Get<bool>(adapter, "_disposedValue") ? throw new ObjectDisposedException(null) : board;
    }
}
