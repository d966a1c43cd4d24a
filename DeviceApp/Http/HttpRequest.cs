using System.Text;

namespace SecureEsp.DeviceApp.Http
{
    /// <summary>Writes requests.</summary>
    public static class HttpRequest
    {
        private const int HttpsPort = 443;

        /// <summary>The bytes of a GET. Host and path come from checked settings, so they hold no spaces and no line ends.</summary>
        public static byte[] Get(string host, int port, string path, string userAgent)
        {
            var authority = port == HttpsPort ? host : host + ":" + port.ToString();
            return Encoding.UTF8.GetBytes(
                "GET " + path + " HTTP/1.1\r\n"
                + "Host: " + authority + "\r\n"
                + "User-Agent: " + userAgent + "\r\n"
                + "Accept: */*\r\n"
                + "Connection: keep-alive\r\n\r\n");
        }
    }
}
