using System.Text;
using SecureEsp.DeviceApp.Http;

namespace SecureEsp.DeviceApp.Tests.Fakes
{
    /// <summary>Writes down what a parser reports: lines, then a bar, then the body.</summary>
    public sealed class FakeSink : IHttpResponseSink
    {
        private readonly StringBuilder _heard = new StringBuilder();

        public string Heard
        {
            get { return _heard.ToString(); }
        }

        public void OnStatusLine(string line)
        {
            _heard.Append(line + "\n");
        }

        public void OnHeader(string name, string value)
        {
            _heard.Append(name + ": " + value + "\n");
        }

        public void OnHeadersEnd()
        {
            _heard.Append("|");
        }

        public void OnBody(byte[] buffer, int offset, int count)
        {
            _heard.Append(Encoding.UTF8.GetString(buffer, offset, count));
        }
    }
}
