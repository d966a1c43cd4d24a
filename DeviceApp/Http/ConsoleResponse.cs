using System.Text;
using SecureEsp.DeviceApp.Console;

namespace SecureEsp.DeviceApp.Http
{
    /// <summary>Prints a response whole: status line, headers, empty line, body.</summary>
    public sealed class ConsoleResponse : IHttpResponseSink
    {
        private readonly IConsole _console;
        private byte _last = (byte)'\n';

        /// <summary>Prints to <paramref name="console"/>.</summary>
        public ConsoleResponse(IConsole console)
        {
            _console = console;
        }

        /// <inheritdoc/>
        public void OnStatusLine(string line)
        {
            Print(line + "\r\n");
        }

        /// <inheritdoc/>
        public void OnHeader(string name, string value)
        {
            Print(name + ": " + value + "\r\n");
        }

        /// <inheritdoc/>
        public void OnHeadersEnd()
        {
            Print("\r\n");
        }

        /// <inheritdoc/>
        public void OnBody(byte[] buffer, int offset, int count)
        {
            _console.Write(buffer, offset, count);
            _last = buffer[offset + count - 1];
        }

        /// <summary>Ends the last line, so that what follows starts on its own.</summary>
        public void End()
        {
            if (_last != (byte)'\n')
            {
                Print("\r\n");
            }
        }

        private void Print(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            OnBody(bytes, 0, bytes.Length);
        }
    }
}
