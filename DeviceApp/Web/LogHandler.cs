using System.Text;
using SecureEsp.DeviceApp.Console;

namespace SecureEsp.DeviceApp.Web
{
    /// <summary>Shows the console's last lines, to operators only: <c>GET /log</c>.</summary>
    public sealed class LogHandler : IWebHandler
    {
        private readonly RecentConsole _console;

        /// <summary>Those of <paramref name="console"/>.</summary>
        public LogHandler(RecentConsole console)
        {
            _console = console;
        }

        /// <inheritdoc/>
        public bool Answer(WebRequest request, WebResponse response)
        {
            if (request.Path != "/log" || !request.IsGet)
            {
                return false;
            }

            if (!request.PeerIsOperator)
            {
                response.Text(403, "text/plain", "403 Forbidden\r\n");
                return true;
            }

            response.AddHeader("Cache-Control", "no-store");
            response.Start(200, "text/plain; charset=utf-8", -1);
            var lines = _console.Recent();
            for (var i = 0; i < lines.Length; i++)
            {
                var bytes = Encoding.UTF8.GetBytes(PrintableText.Of(lines[i]) + "\n");
                response.Write(bytes, 0, bytes.Length);
            }

            return true;
        }
    }
}
