using System;
using System.Device.Wifi;
using System.Threading;
using nanoFramework.Networking;

namespace Weather
{
    /// <summary>
    /// Fetches a page of readings over HTTP and publishes each of them over MQTT, again and again. A message to the
    /// command topic makes it do so at once.
    /// </summary>
    public class Program
    {
        private const int JoinLimitMs = 20000;

        public static void Main()
        {
            var settings = Settings.Load("I:\\weather.txt");
            var limit = new CancellationTokenSource(JoinLimitMs);
            if (!WifiNetworkHelper.ConnectDhcp(settings.Get("ssid"), settings.Get("password"), WifiReconnectionKind.Automatic, true, 0, limit.Token))
            {
                throw new Exception("no network: " + WifiNetworkHelper.Status);
            }

            Console.WriteLine("joined " + settings.Get("ssid"));
            var wake = new AutoResetEvent(false);
            var page = new ReadingsPage(settings.Get("page"));
            var reporter = new Reporter(settings.Get("broker"), settings.GetNumber("port"), settings.Get("station"), wake);
            var pauseMs = settings.GetNumber("pause") * 1000;
            while (true)
            {
                Report(page, reporter);
                wake.WaitOne(pauseMs, false);
            }
        }

        private static void Report(ReadingsPage page, Reporter reporter)
        {
            try
            {
                var readings = page.Fetch();
                reporter.Publish(readings);
                Console.WriteLine("published " + readings.Count + " readings");
            }
            catch (Exception e)
            {
                // Server, broker or network are away: all of them may come back before the next time.
                Console.WriteLine("not this time: " + e.GetType().Name + " " + e.Message);
            }
        }
    }
}
