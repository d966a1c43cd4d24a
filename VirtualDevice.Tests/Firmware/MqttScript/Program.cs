using System;
using System.Device.Wifi;
using System.Diagnostics;
using System.IO;
using System.Threading;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.Networking;

namespace MqttScript
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
            Session session = new Session();
            string[] lines = File.ReadAllText("I:\\script.txt").Split('\n');
            for (int i = 0; i < lines.Length; i++)
            {
                Run(session, lines[i].Trim());
            }

            Debug.WriteLine("script done");
            Thread.Sleep(Timeout.Infinite);
        }

        private static void Run(Session session, string line)
        {
            Debug.WriteLine("> " + line);
            try
            {
                session.Do(line.Split(' '));
            }
            catch (Exception e)
            {
                Debug.WriteLine(Describe(e));
            }
        }

        private static string Describe(Exception e)
        {
            string text = "threw " + e.GetType().Name;
            if (e is MqttClientException client)
            {
                text += " " + (int)client.ErrorCode;
            }

            return e.InnerException == null ? text + ";" : text + " <- " + Describe(e.InnerException);
        }
    }
}
