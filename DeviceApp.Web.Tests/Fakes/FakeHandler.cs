using System;
using System.Text;
using SecureEsp.DeviceApp.Web;

namespace SecureEsp.DeviceApp.Web.Tests.Fakes
{
    /// <summary>Answers with what it has understood; fails where the path says so.</summary>
    public sealed class FakeHandler : IWebHandler, IWebLog
    {
        public StringBuilder Log { get; } = new StringBuilder();

        public bool Answer(WebRequest request, WebResponse response)
        {
            switch (request.Path)
            {
                case "/none": return false;
                case "/silent": return true;
                case "/split":
                    response.AddHeader("X", "a\r\nSet-Cookie: b");
                    response.Text(200, "text/plain", "");
                    return true;
                case "/fails": throw new InvalidOperationException();
                case "/fails-late":
                    response.Start(200, "text/plain", 100);
                    throw new InvalidOperationException();
                case "/open":
                    response.Start(200, "text/plain", -1);
                    Write(response, "one ");
                    Write(response, "two");
                    return true;
                case "/short":
                    response.Start(200, "text/plain", 10);
                    Write(response, "123");
                    return true;
                case "/long":
                    response.Start(200, "text/plain", 3);
                    Write(response, "123456");
                    return true;
                default:
                    response.AddHeader("X-Seen", "yes");
                    var body = Encoding.UTF8.GetString(request.Body, 0, request.BodyLength);
                    response.Text(200, "text/plain", request.Method + " " + request.Path + " " + (request.Query ?? "-") + " [" + body + "]");
                    return true;
            }
        }

        public void Answered(string method, string path, int status, long bytes)
        {
            Log.Append(method + " " + path + " " + status.ToString() + " " + bytes.ToString() + "\n");
        }

        public void Refused(int status, string why)
        {
            Log.Append(status.ToString() + " " + why + "\n");
        }

        public void Failed(string path, Exception exception)
        {
            Log.Append("failed " + path + "\n");
        }

        private static void Write(WebResponse response, string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            response.Write(bytes, 0, bytes.Length);
        }
    }
}
