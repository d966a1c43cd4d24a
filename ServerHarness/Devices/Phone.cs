using System.Net;
using System.Text.RegularExpressions;
using SecureEsp.VirtualDevice.Board;

namespace SecureEsp.ServerHarness.Devices;

/// <summary>Somebody beside a virtual board who reads its console, and joins its own access point each time that it opens one.</summary>
internal static partial class Phone
{
    /// <summary>What the console says once the access point is up. DeviceApp, AccessPointState.</summary>
    public const string Opened = "[ap] join this network";

    private const int Page = 443;

    private static readonly TimeSpan s_dhcp = TimeSpan.FromSeconds(30);

    /// <summary>Joins until it is cancelled.</summary>
    /// <param name="joined">Is told the network's name, and where this machine reaches port 443 of 192.168.4.1 from then on.</param>
    /// <param name="failed">Is told why it could not join.</param>
    public static async Task FollowAsync(VirtualBoard board, Action<string, IPEndPoint> joined, Action<string> failed, CancellationToken cancellation)
    {
        for (long seen = 0; ;)
        {
            seen = await board.Uart0.WaitForAsync(Opened, Timeout.InfiniteTimeSpan, seen).WaitAsync(cancellation);
            if (board.Radio.OwnAccessPoint is not { } network) continue;
            var told = Password().Matches(board.Uart0.Output).LastOrDefault();
            var result = network.Join(network.Ssid, told?.Groups[1].Value, out var station);
            using (station)
            {
                if (station is null)
                {
                    failed($"{network.Ssid} cannot be joined: {result}");
                    continue;
                }

                try
                {
                    await station.GetAddressAsync(s_dhcp).WaitAsync(cancellation);
                    joined(network.Ssid, station.Reach(Page));
                }
                catch (Exception e) when (e is TimeoutException or InvalidOperationException)
                {
                    failed(e.Message);
                    continue;
                }

                await station.Left.WaitAsync(cancellation);
            }
        }
    }

    [GeneratedRegex(@"\[ap\] password (\S+), ")]
    private static partial Regex Password();
}
