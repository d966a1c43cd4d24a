using System;
using System.Device.Wifi;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Threading;
using nanoFramework.Networking;

namespace HttpScript
{
    /// <summary>Joins the network "test", then does what the lines of I:\script.txt say and prints what comes of it.</summary>
    public class Program
    {
        private const int WifiTimeout = 20000;

        public static void Main()
        {
            CancellationTokenSource limit = new CancellationTokenSource(WifiTimeout);
            bool joined = WifiNetworkHelper.ConnectDhcp("test", "password", WifiReconnectionKind.Automatic, true, 0, limit.Token);
            Debug.WriteLine("joined " + joined);
            string[] lines = File.ReadAllText("I:\\script.txt").Split('\n');
            for (int i = 0; i < lines.Length; i++)
            {
                Run(lines[i].Trim());
            }

            Debug.WriteLine("script done");
            Thread.Sleep(Timeout.Infinite);
        }

        private static void Run(string line)
        {
            Debug.WriteLine("> " + line);
            try
            {
                Debug.WriteLine(Requests.Do(line.Split(' ')) + ";");
            }
            catch (Exception e)
            {
                Debug.WriteLine(Describe(e));
            }
        }

        private static string Describe(Exception e)
        {
            string text = "threw " + e.GetType().Name;
            if (e is WebException web && (int)web.Status != 0)
            {
                text += " " + (int)web.Status;
            }
            else if (e is SocketException || e is CryptographicException)
            {
                text += " or its like";
            }

            return e.InnerException == null ? text + ";" : text + " <- " + Describe(e.InnerException);
        }
    }
}
