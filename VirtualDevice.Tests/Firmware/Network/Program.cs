using System;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Network
{
    /// <summary>Runs the scenario that stands in I:\scenario.txt: a name, then its arguments, one a line.</summary>
    public static class Program
    {
        public static void Main()
        {
            string[] lines = File.ReadAllText("I:\\scenario.txt").Split('\n');
            try
            {
                Run(lines);
            }
            catch (CryptographicException e)
            {
                Say("cryptographic error " + e.ErrorCode.ToString());
            }
            catch (SocketException e)
            {
                Say("socket error " + e.ErrorCode.ToString());
            }

            Say("done");
        }

        internal static void Say(string line) => Debug.WriteLine(line);

        internal static Socket Connect(string host, string port)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Connect(new IPEndPoint(Dns.GetHostEntry(host).AddressList[0], int.Parse(port)));
            return socket;
        }

        private static void Run(string[] lines)
        {
            switch (lines[0])
            {
                case "join":
                    WifiScenarios.Join(lines[1], lines[2]);
                    break;
                case "adapter":
                    WifiScenarios.Adapter(lines[1], lines[2]);
                    break;
                case "scan":
                    WifiScenarios.Scan();
                    break;
                case "watch":
                    WifiScenarios.Watch();
                    break;
                case "ap-save":
                    AccessPointScenarios.Save(lines);
                    break;
                case "ap-serve":
                    AccessPointScenarios.Serve(lines);
                    break;
                case "ap-dhcp":
                    AccessPointScenarios.GiveAddress();
                    break;
                case "resolve":
                    WifiScenarios.WaitForAddress();
                    Say("resolved " + Dns.GetHostEntry(lines[1]).AddressList[0].ToString());
                    break;
                case "offline":
                    SocketScenarios.Offline(lines[1]);
                    break;
                case "limits":
                    SocketScenarios.Limits();
                    break;
                case "listeners":
                    SocketScenarios.Listeners();
                    break;
                case "options":
                    SocketScenarios.Options();
                    break;
                case "tls-wait":
                    WifiScenarios.WaitForAddress();
                    TlsScenarios.Wait(lines);
                    break;
                case "refused":
                    WifiScenarios.WaitForAddress();
                    Connect(lines[1], lines[2]);
                    break;
                case "silence":
                    WifiScenarios.WaitForAddress();
                    SocketScenarios.Silence(lines[1], lines[2]);
                    break;
                case "wait":
                    WifiScenarios.WaitForAddress();
                    SocketScenarios.WaitForBytes(lines[1], lines[2]);
                    break;
                case "datagram":
                    WifiScenarios.WaitForAddress();
                    SocketScenarios.Datagram(lines[1], lines[2]);
                    break;
                case "tls":
                    WifiScenarios.WaitForAddress();
                    TlsScenarios.Client(lines);
                    break;
                case "tls-server":
                    WifiScenarios.WaitForAddress();
                    TlsScenarios.Server(lines);
                    break;
                case "certificate":
                    TlsScenarios.Certificate();
                    break;
                case "store":
                    TlsScenarios.Store(int.Parse(lines[1]));
                    break;
                default:
                    throw new ArgumentException();
            }
        }
    }
}
