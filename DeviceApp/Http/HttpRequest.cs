using System.Text;
using SecureEsp.DeviceApp.Formats;

namespace SecureEsp.DeviceApp.Http
{
    /// <summary>Writes requests.</summary>
    public static class HttpRequest
    {
        private const int HttpsPort = 443;

        /// <summary>The bytes of a GET. Host and path come from checked settings, so they hold no spaces and no line ends.</summary>
        public static byte[] Get(string host, int port, string path, string userAgent)
        {
            return Get(host, port, path, userAgent, "");
        }

        /// <summary>The bytes of a GET for a part of a file (RFC 9110 section 14.2).</summary>
        /// <param name="url">What is asked for.</param>
        /// <param name="userAgent">Who asks.</param>
        /// <param name="first">Position of the first byte.</param>
        /// <param name="last">Position of the last byte.</param>
        public static byte[] GetRange(HttpsUrl url, string userAgent, int first, int last)
        {
            return Get(url.Host, url.Port, url.Target, userAgent, "Range: bytes=" + first.ToString() + "-" + last.ToString() + "\r\n");
        }

        private static byte[] Get(string host, int port, string path, string userAgent, string header)
        {
            var authority = port == HttpsPort ? host : host + ":" + port.ToString();
            return Encoding.UTF8.GetBytes(
                "GET " + path + " HTTP/1.1\r\n"
                + "Host: " + authority + "\r\n"
                + "User-Agent: " + userAgent + "\r\n"
                + "Accept: */*\r\n"
                + header
                + "Connection: keep-alive\r\n\r\n");
        }
    }
}
