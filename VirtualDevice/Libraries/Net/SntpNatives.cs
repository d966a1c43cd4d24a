using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Libraries.Net;

/// <summary>Host side of nanoFramework.Networking.Sntp.</summary>
[Natives("nanoFramework.Networking.Sntp", "nanoFramework.Networking.Sntp")]
internal static class SntpNatives
{
    private static SntpClient Client => Life.Current.Board.Radio.Sntp;

    public static void Start() => Client.Start();

    public static void Stop() => Client.Stop();

    public static void UpdateNow()
    {
        var client = Client;
        client.Stop();
        client.Start();
    }

    public static bool get_IsStarted() => Client.IsStarted;

    public static string get_Server1() => Client.Server1;

    public static void set_Server1(string value) => Client.Server1 = value ?? throw new NullReferenceException();

    public static string get_Server2() => Client.Server2;

    public static void set_Server2(string value) => Client.Server2 = value ?? throw new NullReferenceException();
}
