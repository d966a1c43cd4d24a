using System;
using SecureEsp.DeviceApp.Web;
using SecureEsp.DeviceApp.Web.Tests.Fakes;

namespace SecureEsp.DeviceApp.Provisioning.Tests.Fakes
{
    /// <summary>Sends one request through the whole of the web server but its sockets, and hears the answer.</summary>
    public sealed class FakeBrowser : IWebLog, ICaller
    {
        private readonly FakeWebClock _clock = new FakeWebClock();
        private readonly FakeConnection _connection;
        private readonly bool _isOperator;

        private FakeBrowser(string request, bool isOperator)
        {
            _connection = new FakeConnection(_clock, request);
            _isOperator = isOperator;
        }

        public string Heard
        {
            get { return _connection.Heard.ToString(); }
        }

        public string Failure { get; private set; } = "";

        public static FakeBrowser Get(string path)
        {
            return new FakeBrowser("GET " + path + " HTTP/1.1\r\nHost: 192.168.4.1\r\n\r\n", false);
        }

        public static FakeBrowser Post(string form, string headers = "", bool isOperator = false, string type = "application/x-www-form-urlencoded")
        {
            return new FakeBrowser(
                "POST /provision HTTP/1.1\r\nHost: 192.168.4.1\r\n" + (type.Length == 0 ? "" : "Content-Type: " + type + "\r\n") + headers
                + "Content-Length: " + form.Length.ToString() + "\r\n\r\n" + form, isOperator);
        }

        public void Call(IWebHandler handler)
        {
            new WebSession(new[] { handler }, _clock, this).Serve(_connection, _isOperator);
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
