using System.IO;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Network
{
    internal static class TlsScenarios
    {
        // tls, host, port, verification, own identity (none, stored, file), password
        public static void Client(string[] lines)
        {
            Socket socket = Program.Connect(lines[1], lines[2]);
            var stream = new SslStream(socket);
            stream.SslVerification = (SslVerification)int.Parse(lines[3]);
            stream.UseStoredDeviceCertificate = lines[4] == "stored";
            X509Certificate own = lines[4] == "file" ? new X509Certificate2(Text("own.pem"), Text("own.key"), lines[5]) : null;
            X509Certificate ca = File.Exists("I:\\ca.pem") ? new X509Certificate(Text("ca.pem")) : null;
            stream.AuthenticateAsClient(lines[1], own, ca, SslProtocols.Tls12 | SslProtocols.Tls13);
            Program.Say("authenticated");
            stream.Write(Encoding.UTF8.GetBytes("hello"), 0, 5);
            socket.ReceiveTimeout = 5000;
            byte[] buffer = new byte[16];
            int count = stream.Read(buffer, 0, 2);
            Program.Say("begun " + Encoding.UTF8.GetString(buffer, 0, count) + " left " + stream.DataAvailable.ToString());
            count = stream.Read(buffer, 0, buffer.Length);
            Program.Say("received " + Encoding.UTF8.GetString(buffer, 0, count));
            stream.Dispose();
        }

        // tls-wait, host, port
        public static void Wait(string[] lines)
        {
            var stream = new SslStream(Program.Connect(lines[1], lines[2]));
            stream.AuthenticateAsClient(lines[1], null, new X509Certificate(Text("ca.pem")), SslProtocols.Tls13);
            Program.Say("authenticated");
            Program.Say("read " + stream.Read(new byte[1], 0, 1).ToString());
        }

        // tls-server, which overload (two or three arguments), verification
        public static void Server(string[] lines)
        {
            var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            listener.Bind(new IPEndPoint(IPAddress.Any, 8443));
            listener.Listen(1);
            Program.Say("listening");
            var stream = new SslStream(listener.Accept());
            X509Certificate own = new X509Certificate2(Text("own.pem"), Text("own.key"), null);
            if (lines[1] == "three")
            {
                stream.AuthenticateAsServer(own, true, SslProtocols.Tls13);
            }
            else
            {
                stream.AuthenticateAsServer(own, SslProtocols.Tls13);
            }

            Program.Say("authenticated");
            byte[] buffer = new byte[16];
            int count = stream.Read(buffer, 0, buffer.Length);
            stream.Write(buffer, 0, count);
            stream.Dispose();
        }

        public static void Certificate()
        {
            var certificate = new X509Certificate2(Text("own.pem"));
            Program.Say("subject " + certificate.Subject + " issuer " + certificate.Issuer);
            Program.Say("from " + certificate.NotBefore.Year.ToString() + " to " + certificate.NotAfter.Year.ToString());
            try
            {
                new X509Certificate2(Encoding.UTF8.GetBytes(Text("own.pem")));
            }
            catch (System.ArgumentException)
            {
                Program.Say("no final zero: refused");
            }
        }

        public static void Store(int times)
        {
            byte[] text = File.ReadAllBytes("I:\\ca.pem");
            byte[] terminated = new byte[text.Length + 1];
            System.Array.Copy(text, terminated, text.Length);
            for (int i = 0; i < times; i++)
            {
                Program.Say("stored " + CertificateManager.AddCaCertificateBundle(terminated).ToString());
            }
        }

        private static string Text(string name) => File.ReadAllText("I:\\" + name);
    }
}
