using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Web;
using SecureEsp.DeviceApp.Web.Tests.Fakes;

namespace SecureEsp.DeviceApp.Web.Tests
{
    [TestClass]
    public class FileHandlerTests
    {
        [DataRow("GET /x.txt", "", "200", "0123456789")]
        [DataRow("HEAD /x.txt", "", "200", "")]
        [DataRow("GET /x.txt", "Range: bytes=2-4", "206", "234")]
        [DataRow("GET /x.txt", "Range: bytes=8-", "206", "89")]
        [DataRow("GET /x.txt", "Range: bytes=-3", "206", "789")]
        [DataRow("GET /x.txt", "Range: bytes=0-99", "206", "0123456789")]
        [DataRow("GET /x.txt", "Range: bytes=10-", "416", "")]
        [DataRow("GET /x.txt", "Range: bytes=-0", "416", "")]
        [DataRow("GET /x.txt", "Range: bytes=4-2", "200", "0123456789")]
        [DataRow("GET /x.txt", "Range: bytes=1-2,4-5", "200", "0123456789")]
        [DataRow("GET /x.txt", "Range: lines=1-2", "200", "0123456789")]
        [DataRow("GET /x.txt", "Range: bytes=-", "200", "0123456789")]
        [DataRow("GET /x.txt", "Range: bytes=99999999999999999999-", "200", "0123456789")]
        [DataRow("HEAD /x.txt", "Range: bytes=2-4", "200", "")]
        [DataRow("GET /x.txt", "If-None-Match: \"A684C7C6-10\"", "304", "")]
        [DataRow("GET /x.txt", "If-None-Match: \"x\", W/\"A684C7C6-10\"", "304", "")]
        [DataRow("GET /x.txt", "If-None-Match: *", "304", "")]
        [DataRow("GET /x.txt", "If-None-Match: \"A684C7C6-11\"", "200", "0123456789")]
        [DataRow("GET /x.txt", "Range: bytes=2-4\r\nIf-Range: \"A684C7C6-10\"", "206", "234")]
        [DataRow("GET /x.txt", "Range: bytes=2-4\r\nIf-Range: \"other\"", "200", "0123456789")]
        [DataRow("POST /x.txt", "Content-Length: 0", "405", "405 Method Not Allowed\r\n")]
        [DataRow("GET /y.txt", "", "404", "404 Not Found\r\n")]
        [DataRow("GET /", "", "404", "404 Not Found\r\n")]
        [TestMethod]
        public void A_file_is_served_as_it_is_asked_for(string line, string headers, string status, string body)
        {
            var clock = new FakeWebClock();
            var connection = new FakeConnection(clock, line + " HTTP/1.1\r\nHost: e\r\n" + headers + (headers.Length > 0 ? "\r\n\r\n" : "\r\n"));
            new WebSession(new IWebHandler[] { new FileHandler(new FakeFiles("/x.txt", "0123456789"), null) }, clock, new FakeHandler()).Serve(connection, false);
            var heard = connection.Heard.ToString();
            Assert.AreEqual(0, heard.IndexOf("HTTP/1.1 " + status), heard);
            Assert.AreEqual(body, heard.Substring(heard.IndexOf("\r\n\r\n") + 4));
        }

        [DataRow("/a", true)]
        [DataRow("/a/b.txt", true)]
        [DataRow("/A-Z_0~9@+ x.tar.gz", true)]
        [DataRow("/", false)]
        [DataRow("/a/", false)]
        [DataRow("//a", false)]
        [DataRow("/a//b", false)]
        [DataRow("/.a", false)]
        [DataRow("/a/.b", false)]
        [DataRow("/a:b", false)]
        [DataRow("/a\\b", false)]
        [DataRow("/a*b", false)]
        [DataRow("/a%b", false)]
        [DataRow("/ä", false)]
        [TestMethod]
        public void Only_plain_names_reach_the_flash(string path, bool safe)
        {
            Assert.AreEqual(safe, SafeName.IsSafe(path));
        }

        [TestMethod]
        public void A_name_has_a_longest_length()
        {
            var longest = "/" + new string('a', 63);
            Assert.IsTrue(SafeName.IsSafe(longest + longest));
            Assert.IsFalse(SafeName.IsSafe(longest + "a"));
            Assert.IsFalse(SafeName.IsSafe(longest + "a/b"));
        }

        [DataRow("/a.HTML", "text/html; charset=utf-8")]
        [DataRow("/a.b.svg", "image/svg+xml")]
        [DataRow("/a", "application/octet-stream")]
        [DataRow("/a.exe", "application/octet-stream")]
        [TestMethod]
        public void The_name_tells_the_type(string path, string type)
        {
            Assert.AreEqual(type, ContentTypes.Of(path));
        }

        [DataRow("22,3,1,2,0", 5, 517, 1)]
        [DataRow("22,3,1,2,0", 5, 516, 0)]
        [DataRow("22,3,1,2,0", 4, 600, 0)]
        [DataRow("22,3,1,16,0", 5, 5000, 1)]
        [DataRow("22,3,1,16,1", 5, 5000, -1)]
        [DataRow("22,3,1,0,39", 5, 100, -1)]
        [DataRow("23,3,3,2,0", 5, 600, -1)]
        [DataRow("22,2,0,2,0", 5, 600, -1)]
        [DataRow("71,69,84,32,47", 5, 600, -1)]
        [TestMethod]
        public void A_handshake_is_begun_with_a_whole_first_message_only(string header, int count, int available, int expected)
        {
            var bytes = new byte[5];
            var parts = header.Split(',');
            for (var i = 0; i < bytes.Length; i++)
            {
                bytes[i] = (byte)int.Parse(parts[i]);
            }

            Assert.AreEqual(expected, ClientHello.Look(bytes, count, available));
        }
    }
}
