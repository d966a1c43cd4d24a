using SecureEsp.DeviceApp.Boot;
using SecureEsp.DeviceApp.Formats;
using SecureEsp.DeviceApp.Time;

namespace SecureEsp.DeviceApp.Commands
{
    /// <summary>What stands behind <c>tls client</c> and <c>tls server</c>.</summary>
    public sealed class TlsArguments
    {
        /// <summary>The port of mbedTLS's demonstrations, where none is given.</summary>
        public const int DefaultPort = 4433;

        private const int MaxCount = 1000000;
        private const string PortRule = "a port is a number from 1 to 65535";

        /// <summary>The host; of a server, null.</summary>
        public string Host;

        /// <summary>The port; of a server, 0 is any free one.</summary>
        public int Port = DefaultPort;

        /// <summary>After how many connections a server ends; 0 for no such limit.</summary>
        public int Count;

        /// <summary>Why the text is not accepted; null where it is.</summary>
        public string Problem;

        /// <summary>Reads <c>HOST[:PORT]</c>.</summary>
        public static TlsArguments Peer(string text)
        {
            var read = new TlsArguments();
            var colon = text.IndexOf(':');
            read.Host = colon < 0 ? text : text.Substring(0, colon);
            if (!SettingValues.IsHost(read.Host))
            {
                read.Problem = "tls client needs a host name or IPv4 address";
            }
            else if (colon >= 0 && !SettingValues.TryNumber(text.Substring(colon + 1), 1, 65535, ref read.Port))
            {
                read.Problem = PortRule;
            }

            return read;
        }

        /// <summary>Reads <c>[PORT [COUNT]]</c>.</summary>
        public static TlsArguments Own(string text)
        {
            var read = new TlsArguments();
            var space = text.IndexOf(' ');
            var port = space < 0 ? text : text.Substring(0, space);
            if (port.Length > 0 && !SettingValues.TryNumber(port, 0, 65535, ref read.Port))
            {
                read.Problem = PortRule + ", or 0";
            }
            else if (space >= 0 && !SettingValues.TryNumber(text.Substring(space + 1).Trim(), 1, MaxCount, ref read.Count))
            {
                read.Problem = "a count is a number from 1 to 1000000";
            }

            return read;
        }

        /// <summary>Whether TLS can be spoken now; tells where it cannot.</summary>
        public static bool IsReady(Device device)
        {
            if (device.Wifi.Address == null)
            {
                device.Console.Tell("tls", "there is no network: join one first");
                return false;
            }

            if (!ClockRule.IsSet(device.Clock.UtcNow))
            {
                device.Console.Tell("tls", "TLS is refused while the clock is not set");
                return false;
            }

            return true;
        }
    }
}
