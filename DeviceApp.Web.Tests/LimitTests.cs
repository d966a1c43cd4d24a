using System.Text;
using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Web;

namespace SecureEsp.DeviceApp.Web.Tests
{
    [TestClass]
    public class LimitTests
    {
        [DataRow(256, 0)]
        [DataRow(257, 414)]
        [DataRow(2034, 414)]
        [DataRow(2040, 414)]
        [TestMethod]
        public void A_path_has_a_longest_length(int length, int status)
        {
            Assert.AreEqual(status, StatusOf("GET /" + Many('a', length - 1) + " HTTP/1.1\r\nHost: e\r\n\r\n"));
        }

        [DataRow(2048, 0)]
        [DataRow(2049, 414)]
        [TestMethod]
        public void A_request_line_has_a_longest_length(int length, int status)
        {
            Assert.AreEqual(status, StatusOf("GET /?" + Many('q', length - 15) + " HTTP/1.1\r\nHost: e\r\n\r\n"));
        }

        [DataRow(1024, 0)]
        [DataRow(1025, 431)]
        [TestMethod]
        public void A_header_has_a_longest_length(int length, int status)
        {
            Assert.AreEqual(status, StatusOf("GET / HTTP/1.1\r\nHost: e\r\nA: " + Many('a', length - 3) + "\r\n\r\n"));
        }

        [DataRow(4096, 0)]
        [DataRow(4097, 431)]
        [TestMethod]
        public void A_head_has_a_longest_length(int length, int status)
        {
            var left = length - 14 - 7 - (3 * 1024);
            var line = "A: " + Many('a', 1021) + "\r\n";
            Assert.AreEqual(status, StatusOf("GET / HTTP/1.1\r\nHost: e\r\n" + line + line + line + "B: " + Many('b', left - 3) + "\r\n\r\n"));
        }

        [DataRow(40, 0)]
        [DataRow(41, 431)]
        [TestMethod]
        public void There_are_only_so_many_headers(int count, int status)
        {
            var request = new StringBuilder("GET / HTTP/1.1\r\nHost: e\r\n");
            for (var i = 1; i < count; i++)
            {
                request.Append("A: b\r\n");
            }

            Assert.AreEqual(status, StatusOf(request.ToString() + "\r\n"));
        }

        [DataRow(4608, 0)]
        [DataRow(4609, 413)]
        [TestMethod]
        public void A_body_has_a_longest_length_in_one_piece_and_in_chunks(int length, int status)
        {
            Assert.AreEqual(status, StatusOf("POST / HTTP/1.1\r\nHost: e\r\nContent-Length: " + length.ToString() + "\r\n\r\n" + Many('x', length)));
            var chunks = new StringBuilder("POST / HTTP/1.1\r\nHost: e\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (var i = 0; i < length; i++)
            {
                chunks.Append("1\r\nx\r\n");
            }

            Assert.AreEqual(status, StatusOf(chunks.ToString() + "0\r\n\r\n"));
        }

        [DataRow(1000, 0)]
        [DataRow(1026, 431)]
        [TestMethod]
        public void Trailers_have_a_longest_length(int length, int status)
        {
            var trailers = new StringBuilder();
            for (var i = 0; i < length; i += 100)
            {
                trailers.Append(Many('t', length - i < 100 ? length - i : 100) + "\r\n");
            }

            Assert.AreEqual(status, StatusOf("POST / HTTP/1.1\r\nHost: e\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n" + trailers.ToString() + "\r\n"));
        }

        [TestMethod]
        public void Trailers_of_one_request_do_not_count_for_the_next()
        {
            var request = Encoding.UTF8.GetBytes(
                "POST / HTTP/1.1\r\nHost: e\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n" + Many('t', 128) + "\r\n" + Many('t', 128) + "\r\n" + Many('t', 128) + "\r\n\r\n");
            var parser = new RequestParser();
            for (var i = 0; i < 3; i++)
            {
                parser.Feed(request, 0, request.Length);
                Assert.IsTrue(parser.IsDone, parser.Problem);
                parser.Reset();
            }
        }

        [TestMethod]
        public void The_limits_hold_behind_a_head_of_the_longest_length()
        {
            var line = "A: " + Many('a', 1021) + "\r\n";
            var head = "POST / HTTP/1.1\r\nHost: e\r\nTransfer-Encoding: chunked\r\n" + line + line + line + "B: " + Many('b', 965) + "\r\n\r\n";
            Assert.AreEqual(0, StatusOf(head + "1;" + Many('e', 126) + "\r\nx\r\n0\r\n" + Many('t', 128) + "\r\n\r\n"));
            Assert.AreEqual(400, StatusOf(head + "1;" + Many('e', 127) + "\r\n"));
            Assert.AreEqual(431, StatusOf(head + "0\r\n" + Many('t', 129) + "\r\n"));
        }

        // 0 for a whole request.
        private static int StatusOf(string request)
        {
            var parser = new RequestParser();
            var bytes = Encoding.UTF8.GetBytes(request);
            parser.Feed(bytes, 0, bytes.Length);
            Assert.IsTrue(parser.IsDone || parser.HasFailed);
            return parser.Status;
        }

        private static string Many(char c, int count)
        {
            return new string(c, count);
        }
    }
}
