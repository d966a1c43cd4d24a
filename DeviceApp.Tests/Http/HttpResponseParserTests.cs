using System.Text;
using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Http;
using SecureEsp.DeviceApp.Tests.Fakes;

namespace SecureEsp.DeviceApp.Tests.Http
{
    [TestClass]
    public class HttpResponseParserTests
    {
        private const string Guide =
            "HTTP/1.1 200 OK\r\nServer: nginx/1.22.1\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 40\r\n"
            + "Connection: keep-alive\r\n\r\n<h1 style='color:blue'>Hello There!</h1>";

        private const string GuideHeard =
            "HTTP/1.1 200 OK\nServer: nginx/1.22.1\nContent-Type: text/html; charset=utf-8\nContent-Length: 40\n"
            + "Connection: keep-alive\n|<h1 style='color:blue'>Hello There!</h1>";

        private const string Chunks =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nHello\r\n00A\r\n world, it\r\n0\r\nTrailer: t\r\n\r\n";

        private const string ChunksHeard = "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n|Hello world, it";

        [DataRow(Guide, GuideHeard, 40)]
        [DataRow(Chunks, ChunksHeard, 15)]
        [DataRow("HTTP/1.1 204 No Content\r\n\r\n", "HTTP/1.1 204 No Content\n|", 0)]
        [DataRow("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 200 OK\nContent-Length: 0\n|", 0)]
        [DataRow("HTTP/1.1 200\r\nContent-Length: 1\r\n\r\nx", "HTTP/1.1 200\nContent-Length: 1\n|x", 1)]
        [DataRow("HTTP/1.1 200 OK\ncontent-length: 1\n\nx", "HTTP/1.1 200 OK\ncontent-length: 1\n|x", 1)]
        [DataRow("HTTP/1.1 100 Continue\r\nA: b\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx", "HTTP/1.1 200 OK\nContent-Length: 1\n|x", 1)]
        [TestMethod]
        public void A_response_reads_the_same_however_it_is_split(string response, string heard, int bodyBytes)
        {
            var bytes = Encoding.UTF8.GetBytes(response);
            for (var split = 0; split <= bytes.Length; split++)
            {
                var sink = new FakeSink();
                var parser = new HttpResponseParser(sink, new HttpLimits());
                var used = parser.Feed(bytes, 0, split);
                used += parser.Feed(bytes, split, bytes.Length - split);
                Assert.AreEqual(bytes.Length, used);
                Assert.IsTrue(parser.Done);
                Assert.AreEqual(heard, sink.Heard);
                Assert.IsTrue(bodyBytes == parser.BodyBytes);
            }
        }

        [DataRow(Guide, GuideHeard)]
        [DataRow(Chunks, ChunksHeard)]
        [TestMethod]
        public void A_response_reads_the_same_byte_by_byte(string response, string heard)
        {
            var bytes = Encoding.UTF8.GetBytes(response);
            var sink = new FakeSink();
            var parser = new HttpResponseParser(sink, new HttpLimits());
            for (var i = 0; i < bytes.Length; i++)
            {
                Assert.AreEqual(1, parser.Feed(bytes, i, 1));
            }

            Assert.IsTrue(parser.Done);
            Assert.AreEqual(heard, sink.Heard);
            Assert.AreEqual(200, parser.Status);
        }

        [DataRow(Guide)]
        [DataRow(Chunks)]
        [TestMethod]
        public void A_response_cut_short_anywhere_is_an_error(string response)
        {
            var bytes = Encoding.UTF8.GetBytes(response);
            for (var length = 0; length < bytes.Length; length++)
            {
                var parser = new HttpResponseParser(new FakeSink(), new HttpLimits());
                parser.Feed(bytes, 0, length);
                parser.End();
                Assert.IsFalse(parser.Done);
                Assert.IsTrue(parser.Error == HttpError.Truncated);
            }
        }

        [TestMethod]
        public void Without_a_length_the_close_ends_the_body()
        {
            var sink = new FakeSink();
            var parser = Parse("HTTP/1.1 200 OK\r\n\r\nall of it", sink);
            Assert.IsFalse(parser.Done);
            parser.End();
            Assert.IsTrue(parser.Done);
            Assert.IsFalse(parser.KeepAlive);
            Assert.AreEqual("HTTP/1.1 200 OK\n|all of it", sink.Heard);
        }

        [TestMethod]
        public void What_follows_the_response_is_left_alone()
        {
            var bytes = Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nxHTTP");
            var parser = new HttpResponseParser(new FakeSink(), new HttpLimits());
            Assert.AreEqual(bytes.Length - 4, parser.Feed(bytes, 0, bytes.Length));
            Assert.AreEqual(0, parser.Feed(bytes, bytes.Length - 4, 4));
        }

        [DataRow("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", true)]
        [DataRow("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", false)]
        [DataRow("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: x, Close\r\n\r\n", false)]
        [DataRow("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n", false)]
        [DataRow("HTTP/1.0 200 OK\r\nContent-Length: 0\r\nConnection: Keep-Alive\r\n\r\n", true)]
        [TestMethod]
        public void Whether_the_connection_stays_open_is_known(string response, bool keepAlive)
        {
            var parser = Parse(response, new FakeSink());
            Assert.IsTrue(parser.Done);
            Assert.AreEqual(keepAlive, parser.KeepAlive);
        }

        [DataRow("SSH-2.0-OpenSSH_9.2\r\n", (int)HttpError.BadStatusLine)]
        [DataRow("HTTP/2 200 OK\r\n", (int)HttpError.BadStatusLine)]
        [DataRow("HTTP/1.1 20 OK\r\n", (int)HttpError.BadStatusLine)]
        [DataRow("HTTP/1.1 2000 OK\r\n", (int)HttpError.BadStatusLine)]
        [DataRow("HTTP/1.1 600 OK\r\n", (int)HttpError.BadStatusLine)]
        [DataRow("HTTP/1.1 +20 OK\r\n", (int)HttpError.BadStatusLine)]
        [DataRow("HTTP/1.1 101 Switching\r\n", (int)HttpError.BadStatusLine)]
        [DataRow("\r\nHTTP/1.1 200 OK\r\n", (int)HttpError.BadStatusLine)]
        [DataRow("HTTP/1.1 200 OK\r\nno colon\r\n", (int)HttpError.BadHeader)]
        [DataRow("HTTP/1.1 200 OK\r\n: x\r\n", (int)HttpError.BadHeader)]
        [DataRow("HTTP/1.1 200 OK\r\nA : x\r\n", (int)HttpError.BadHeader)]
        [DataRow("HTTP/1.1 200 OK\r\nA: x\r\n folded\r\n", (int)HttpError.BadHeader)]
        [DataRow("HTTP/1.1 200 OK\r\nA: x\ry\r\n", (int)HttpError.BadCharacter)]
        [DataRow("HTTP/1.1 200 OK\r\nA: x\u0001y\r\n", (int)HttpError.BadCharacter)]
        [DataRow("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n", (int)HttpError.BadLength)]
        [DataRow("HTTP/1.1 200 OK\r\nContent-Length: 1x\r\n", (int)HttpError.BadLength)]
        [DataRow("HTTP/1.1 200 OK\r\nContent-Length: +1\r\n", (int)HttpError.BadLength)]
        [DataRow("HTTP/1.1 200 OK\r\nContent-Length:\r\n", (int)HttpError.BadLength)]
        [DataRow("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n", (int)HttpError.BadLength)]
        [DataRow("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n", (int)HttpError.BadLength)]
        [DataRow("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n", (int)HttpError.BadLength)]
        [DataRow("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n", (int)HttpError.UnknownEncoding)]
        [DataRow("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", (int)HttpError.UnknownEncoding)]
        [DataRow("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n", (int)HttpError.BadChunk)]
        [DataRow("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\r\n", (int)HttpError.BadChunk)]
        [DataRow("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n", (int)HttpError.BadChunk)]
        [DataRow("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n80000000\r\n", (int)HttpError.BadChunk)]
        [DataRow("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nxy\r\n", (int)HttpError.BadChunk)]
        [TestMethod]
        public void A_malformed_response_is_refused(string response, int error)
        {
            var sink = new FakeSink();
            var parser = Parse(response, sink);
            Assert.IsFalse(parser.Done);
            Assert.IsTrue((int)parser.Error == error, HttpErrorWords.Of(parser.Error));
            Assert.IsTrue(HttpErrorWords.Of((HttpError)error).Length > 10);
            Assert.AreEqual(0, parser.Feed(new byte[] { 65 }, 0, 1));
        }

        [TestMethod]
        public void The_same_length_twice_is_no_contradiction()
        {
            Assert.IsTrue(Parse("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\nx", new FakeSink()).Done);
        }

        [TestMethod]
        public void A_line_may_be_as_long_as_the_limit_and_no_longer()
        {
            var limits = new HttpLimits();
            var fits = "HTTP/1.1 200 OK\r\nA: " + new string('x', limits.Line - 3) + "\r\n";
            Assert.IsTrue(Parse(fits, new FakeSink()).Error == HttpError.None);
            var longer = "HTTP/1.1 200 OK\r\nA: " + new string('x', limits.Line - 2) + "\r\n";
            Assert.IsTrue(Parse(longer, new FakeSink()).Error == HttpError.LineTooLong);
        }

        [DataRow("HTTP/1.1 200 OK\r\n")]
        [DataRow("HTTP/1.1 100 Continue\r\n\r\n")]
        [TestMethod]
        public void An_endless_head_is_refused(string start)
        {
            var bytes = Encoding.UTF8.GetBytes(start);
            var parser = new HttpResponseParser(new FakeSink(), new HttpLimits());
            parser.Feed(bytes, 0, bytes.Length);
            var more = start.Length < 20 ? Encoding.UTF8.GetBytes("Name: value\r\n") : bytes;
            for (var i = 0; i < 1000 && parser.Error == HttpError.None; i++)
            {
                parser.Feed(more, 0, more.Length);
            }

            Assert.IsTrue(parser.Error == HttpError.HeadTooLong);
        }

        [DataRow("HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n")]
        [DataRow("HTTP/1.1 200 OK\r\n\r\n12345678901")]
        [DataRow("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n123456\r\n5\r\n")]
        [TestMethod]
        public void A_body_above_the_limit_is_refused(string response)
        {
            var limits = new HttpLimits { Body = 10 };
            var bytes = Encoding.UTF8.GetBytes(response);
            var parser = new HttpResponseParser(new FakeSink(), limits);
            parser.Feed(bytes, 0, bytes.Length);
            Assert.IsTrue(parser.Error == HttpError.BodyTooLong);
        }

        private static HttpResponseParser Parse(string response, FakeSink sink)
        {
            var bytes = Encoding.UTF8.GetBytes(response);
            var parser = new HttpResponseParser(sink, new HttpLimits());
            parser.Feed(bytes, 0, bytes.Length);
            return parser;
        }
    }
}
