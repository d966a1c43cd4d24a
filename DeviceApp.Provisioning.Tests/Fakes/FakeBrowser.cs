using System;
using System.Text;
using SecureEsp.DeviceApp.Web;

namespace SecureEsp.DeviceApp.Provisioning.Tests.Fakes
{
    /// <summary>Sends one request through the whole of the web server but its sockets, and hears the answer.</summary>
    public sealed class FakeBrowser : IWebConnection, IWebClock, IWebLog, ICaller
    {
        private readonly byte[] _request;
        private readonly bool _isOperator;
        private readonly StringBuilder _heard = new StringBuilder();
        private int _sent;

        private FakeBrowser(string request, bool isOperator)
        {
            _request = Encoding.UTF8.GetBytes(request);
            _isOperator = isOperator;
        }

        public string Heard
        {
            get { return _heard.ToString(); }
        }

        public string Failure { get; private set; } = "";

        public bool IsWanted
        {
            get { return false; }
        }

        public long Milliseconds { get; private set; }

        public static FakeBrowser Get(string path)
        {
            return new FakeBrowser("GET " + path + " HTTP/1.1\r\nHost: 192.168.4.1\r\n\r\n", false);
        }

        public static FakeBrowser Post(string form, string headers = "", bool isOperator = false, string type = "application/x-www-form-urlencoded")
        {
            return new FakeBrowser(
                "POST /provision HTTP/1.1\r\nHost: 192.168.4.1\r\nContent-Type: " + type + "\r\n" + headers
                + "Content-Length: " + form.Length.ToString() + "\r\n\r\n" + form, isOperator);
        }

        public void Call(IWebHandler handler)
        {
            new WebSession(new[] { handler }, this, this).Serve(this, _isOperator);
        }

        public int Read(byte[] buffer, int offset, int count, int timeoutMs)
        {
            var read = _request.Length - _sent < count ? _request.Length - _sent : count;
            Array.Copy(_request, _sent, buffer, offset, read);
            _sent += read;
            return read;
        }

        public bool Write(byte[] buffer, int offset, int count)
        {
            _heard.Append(Encoding.UTF8.GetString(buffer, offset, count));
            return true;
        }

        void IWebLog.Answered(string method, string path, int status, long bytes)
        {
        }

        void IWebLog.Refused(int status, string why)
        {
            Failure += status.ToString() + " " + why;
        }

        void IWebLog.Failed(string path, Exception exception)
        {
            Failure += exception.GetType().Name + " " + exception.Message;
        }
    }
}
