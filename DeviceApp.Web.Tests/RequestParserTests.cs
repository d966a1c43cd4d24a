using System.Text;
using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Web;

namespace SecureEsp.DeviceApp.Web.Tests
{
    [TestClass]
    public class RequestParserTests
    {
        private const string Get = "GET /a/b.txt?x=%20&y HTTP/1.1\r\nHost: esp.test\r\nUser-Agent: curl/8\r\n\r\n";
        private const string Post = "POST /rpc HTTP/1.1\r\nhost: esp.test:8443\r\nContent-Type:application/json\r\nContent-Length: 11\r\n\r\nhello\r\nthere";
        private const string Chunks = "POST /rpc HTTP/1.1\r\nHost: e\r\nTransfer-Encoding: Chunked\r\n\r\n5;a=b\r\nhello\r\n00C\r\n, it is long\r\n0\r\nX: y\r\n\r\n";

        [DataRow(Get, "GET|/a/b.txt|x=%20&y|")]
        [DataRow("\r\n" + Get, "GET|/a/b.txt|x=%20&y|")]
        [DataRow(Chunks, "POST|/rpc|-|hello, it is long")]
        [DataRow("HEAD / HTTP/1.0\r\n\r\n", "HEAD|/|-|")]
        [DataRow("GET https://esp.test/x HTTP/1.1\r\nHost: esp.test\r\n\r\n", "GET|/x|-|")]
        [DataRow("PUT / HTTP/1.1\r\nHost: e\r\nContent-Length: 1\r\n\r\nx", "PUT|/|-|x")]
        [DataRow("GET / HTTP/1.1\r\nHost: [::1]:443\r\nEmpty:\r\nTab:\t x\t \r\n\r\n", "GET|/|-|")]
        [TestMethod]
        public void A_request_reads_the_same_however_it_is_split(string request, string expected)
        {
            var bytes = Encoding.UTF8.GetBytes(request);
            for (var split = 0; split <= bytes.Length; split++)
            {
                var parser = new RequestParser();
                var used = parser.Feed(bytes, 0, split);
                used += parser.Feed(bytes, split, bytes.Length - split);
                Assert.AreEqual(bytes.Length, used);
                Assert.AreEqual(expected, Heard(parser));
            }
        }

        [TestMethod]
        public void A_body_of_given_length_ends_there_and_what_follows_is_left()
        {
            var parser = new RequestParser();
            var bytes = Encoding.UTF8.GetBytes(Post);
            Assert.AreEqual(bytes.Length - 1, parser.Feed(bytes, 0, bytes.Length));
            Assert.AreEqual("POST|/rpc|-|hello\r\nther", Heard(parser));
            Assert.AreEqual("esp.test:8443", parser.Request.Header("Host"));
            Assert.AreEqual("application/json", parser.Request.Header("content-type"));
            Assert.IsNull(parser.Request.Header("Content"));
        }

        [TestMethod]
        public void One_parser_reads_one_request_after_the_other()
        {
            var parser = new RequestParser();
            for (var i = 0; i < 20; i++)
            {
                Feed(parser, i % 2 == 0 ? Chunks : Get);
                Assert.AreEqual(i % 2 == 0 ? "POST|/rpc|-|hello, it is long" : "GET|/a/b.txt|x=%20&y|", Heard(parser));
                Assert.AreEqual(i % 2 == 0, parser.Request.Header("User-Agent") == null);
                parser.Reset();
            }
        }

        [TestMethod]
        public void Nothing_is_left_of_a_request_that_was_cut_off_or_stood_there_before()
        {
            var parser = new RequestParser();
            Feed(parser, "GET / HTTP/1.1\r");
            parser.Reset();
            Feed(parser, "GET / HTTP/1.1\r\nHost: e\r\nA: b\r\n\r\n");
            Assert.IsTrue(parser.IsDone, parser.Problem);

            // In the buffer the colon of before lies behind this name.
            parser.Reset();
            Feed(parser, "GET / HTTP/1.1\r\nHost: e\r\nA\r\n\r\n");
            Assert.AreEqual(400, parser.Status);
        }

        [DataRow("GET / HTTP/1.1\r\nHost: e\r\n\r\n", true)]
        [DataRow("GET / HTTP/1.1\r\nHost: e\r\nConnection: close\r\n\r\n", false)]
        [DataRow("GET / HTTP/1.1\r\nHost: e\r\nConnection: x , CLOSE\r\n\r\n", false)]
        [DataRow("GET / HTTP/1.0\r\n\r\n", false)]
        [DataRow("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n", true)]
        [TestMethod]
        public void Whether_the_connection_stays_open_is_known(string request, bool keepAlive)
        {
            var parser = new RequestParser();
            Feed(parser, request);
            Assert.IsTrue(parser.IsDone);
            Assert.AreEqual(keepAlive, parser.KeepAlive);
        }

        [DataRow("GET / HTTP/1.1\nHost: e\n\n", 400)]
        [DataRow("GET / HTTP/1.1\r\nHost: e\r\n\n", 400)]
        [DataRow("GET / HTTP/1.1\r\nHost: e\rX: y\r\n\r\n", 400)]
        [DataRow("GET / HTTP/1.1\r\nHost: e\rXA: y\r\n\r\n", 400)]
        [DataRow("GET / HTTP/1.1\r\nHost: e\r\nA: \u007f\r\n\r\n", 400)]
        [DataRow("METHODOFSEVENTEEN / HTTP/1.1\r\nHost: e\r\n\r\n", 400)]
        [DataRow("GET / HTTP/1.1\r\nHost: e\r\nA: b\r\n c\r\n\r\n", 400)]
        [DataRow("GET / HTTP/1.1\r\nHost: e\r\nA : b\r\n\r\n", 400)]
        [DataRow("GET / HTTP/1.1\r\n Host: e\r\n\r\n", 400)]
        [DataRow("GET / HTTP/1.1\r\nHost: e\r\n: b\r\n\r\n", 400)]
        [DataRow("GET / HTTP/1.1\r\nHost: e\r\nA\r\n\r\n", 400)]
        [DataRow("GET / HTTP/1.1\r\nHost: e\r\nA: \u0001\r\n\r\n", 400)]
        [DataRow("GET / HTTP/1.1\r\n\r\n", 400)]
        [DataRow("GET / HTTP/1.1\r\nHost: e\r\nHost: e\r\n\r\n", 400)]
        [DataRow("GET / HTTP/1.1\r\nHost:\r\n\r\n", 400)]
        [DataRow("GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 400)]
        [DataRow("GET / HTTP/2.0\r\nHost: e\r\n\r\n", 505)]
        [DataRow("GET / HTTP/1.1 \r\nHost: e\r\n\r\n", 400)]
        [DataRow("GET  / HTTP/1.1\r\nHost: e\r\n\r\n", 400)]
        [DataRow("GET /\r\n", 400)]
        [DataRow("GET / http/1.1\r\n", 400)]
        [DataRow("/ GET HTTP/1.1\r\n", 400)]
        [DataRow("SSH-2.0-OpenSSH_9.2\r\n", 400)]
        [DataRow("\r\n\r\nGET / HTTP/1.1\r\n", 400)]
        [DataRow("OPTIONS * HTTP/1.1\r\nHost: e\r\n\r\n", 400)]
        [DataRow("CONNECT e:443 HTTP/1.1\r\nHost: e:443\r\n\r\n", 400)]
        [DataRow("GET http://e/ HTTP/1.1\r\nHost: e\r\n\r\n", 400)]
        [DataRow("GET https://other/ HTTP/1.1\r\nHost: e\r\n\r\n", 400)]
        [TestMethod]
        public void What_is_no_request_is_refused(string request, int status)
        {
            AssertRefused(request, status);
        }

        [DataRow("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", 400)]
        [DataRow("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", 400)]
        [DataRow("Content-Length: 4\r\nContent-Length: 4\r\n", 400)]
        [DataRow("Content-Length: 4\r\nContent-Length: 5\r\n", 400)]
        [DataRow("Content-Length: 4, 4\r\n", 400)]
        [DataRow("Content-Length: +4\r\n", 400)]
        [DataRow("Content-Length: -1\r\n", 400)]
        [DataRow("Content-Length: 0x4\r\n", 400)]
        [DataRow("Content-Length: 4 4\r\n", 400)]
        [DataRow("Content-Length:\r\n", 400)]
        [DataRow("Content-Length: 4609\r\n", 413)]
        [DataRow("Content-Length: 99999999999999999999\r\n", 413)]
        [DataRow("Content-Length: 4294967297\r\n", 413)]
        [DataRow("Transfer-Encoding: gzip\r\n", 501)]
        [DataRow("Transfer-Encoding: chunked, chunked\r\n", 501)]
        [DataRow("Transfer-Encoding: identity\r\n", 501)]
        [DataRow("Transfer-Encoding: xchunked\r\n", 501)]
        [DataRow("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", 400)]
        [DataRow("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", 400)]
        [DataRow("Transfer-Encoding\t: chunked\r\n", 400)]
        [DataRow("Expect: 200-ok\r\n", 417)]
        [TestMethod]
        public void What_two_readers_could_see_differently_is_refused(string headers, int status)
        {
            AssertRefused("POST / HTTP/1.1\r\nHost: e\r\n" + headers + "\r\n", status);
        }

        [DataRow("x\r\n", 400)]
        [DataRow("\r\n", 400)]
        [DataRow("-1\r\n", 400)]
        [DataRow("0x1\r\n", 400)]
        [DataRow(" 1\r\n", 400)]
        [DataRow("1 \r\n", 400)]
        [DataRow("1 ;a\r\n", 400)]
        [DataRow("100000000\r\n", 400)]
        [DataRow("ffffffff\r\n", 400)]
        [DataRow("1201\r\n", 413)]
        [DataRow("1\r\nab\r\n", 400)]
        [DataRow("1\na", 400)]
        [DataRow("1\r\na\n", 400)]
        [DataRow("1;\r\na0\r\n\r\n", 400)]
        [TestMethod]
        public void A_bad_chunk_is_refused(string body, int status)
        {
            AssertRefused("POST / HTTP/1.1\r\nHost: e\r\nTransfer-Encoding: chunked\r\n\r\n" + body, status);
        }

        [TestMethod]
        public void Chunked_in_http_1_0_is_refused()
        {
            AssertRefused("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
        }

        private static void AssertRefused(string request, int status)
        {
            var parser = new RequestParser();
            Feed(parser, request);
            Assert.IsTrue(parser.HasFailed, request);
            Assert.AreEqual(status, parser.Status, request);
            Assert.IsTrue(parser.Problem.Length > 0);
            Assert.AreEqual(0, parser.Feed(new byte[1], 0, 1));
        }

        private static void Feed(RequestParser parser, string request)
        {
            var bytes = Encoding.UTF8.GetBytes(request);
            parser.Feed(bytes, 0, bytes.Length);
        }

        private static string Heard(RequestParser parser)
        {
            Assert.IsTrue(parser.IsDone, parser.Problem);
            var request = parser.Request;
            return request.Method + "|" + request.Path + "|" + (request.Query ?? "-") + "|" + Encoding.UTF8.GetString(request.Body, 0, request.BodyLength);
        }
    }
}
