using System;
using System.Text;
using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Web;
using SecureEsp.DeviceApp.Web.Tests.Fakes;

namespace SecureEsp.DeviceApp.Web.Tests
{
    [TestClass]
    public class WebSessionTests
    {
        private const string Get = "GET /x HTTP/1.1\r\nHost: e\r\n\r\n";
        private const string Answer =
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nX-Content-Type-Options: nosniff\r\nContent-Length: 11\r\nX-Seen: yes\r\n\r\nGET /x - []";

        private const string HeadOfHead =
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nX-Content-Type-Options: nosniff\r\nContent-Length: 12\r\nX-Seen: yes\r\n\r\n";

        [TestMethod]
        public void Requests_are_answered_in_turn_until_the_peer_closes()
        {
            var connection = Serve(Get, Get);
            Assert.AreEqual(Answer + Answer, connection.Heard.ToString());
            Assert.AreEqual(2, connection.Writes);
        }

        [TestMethod]
        public void Requests_that_come_together_are_answered_in_turn()
        {
            Assert.AreEqual(Answer + Answer + Answer, Serve(Get + Get, Get).Heard.ToString());
        }

        [DataRow("Connection: close\r\n", "HTTP/1.1")]
        [DataRow("", "HTTP/1.0")]
        [TestMethod]
        public void The_last_request_is_the_last(string headers, string version)
        {
            var heard = Serve("GET /x " + version + "\r\nHost: e\r\n" + headers + "\r\n" + Get).Heard.ToString();
            Assert.IsTrue(heard.IndexOf("Connection: close\r\n\r\nGET /x - []") > 0, heard);
            Assert.IsTrue(heard.LastIndexOf("HTTP/1.1") == 0, heard);
        }

        [TestMethod]
        public void Of_HEAD_only_the_head_leaves()
        {
            var heard = Serve("HEAD /x HTTP/1.1\r\nHost: e\r\n\r\n", Get).Heard.ToString();
            Assert.AreEqual(HeadOfHead + Answer, heard);
        }

        [TestMethod]
        public void A_body_is_asked_for_where_the_client_waits_for_that()
        {
            var heard = Serve("POST /x HTTP/1.1\r\nHost: e\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n", "ab").Heard.ToString();
            Assert.AreEqual(0, heard.IndexOf("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n"));
            Assert.IsTrue(heard.IndexOf("POST /x - [ab]") > 0);
        }

        [TestMethod]
        public void A_refused_request_is_answered_and_ends_the_connection()
        {
            var heard = Serve("GET / HTTP/1.1\nHost: e\n\n" + Get).Heard.ToString();
            Assert.AreEqual(0, heard.IndexOf("HTTP/1.1 400 Bad Request\r\n"));
            Assert.IsTrue(heard.IndexOf("Connection: close\r\n\r\n400 Bad Request\r\n") > 0);
            Assert.IsTrue(heard.IndexOf("200 OK") < 0);
        }

        [TestMethod]
        public void What_a_refused_peer_still_sends_is_read_and_not_without_end()
        {
            Assert.AreEqual(0, Serve("GET / HTTP/1.1\nHost: e\n\n", Get, Get).Unread);
            var endless = new string[1100];
            var kilobyte = new string('x', 1024);
            for (var i = 0; i < endless.Length; i++)
            {
                endless[i] = i == 0 ? "\n" : kilobyte;
            }

            Assert.AreEqual(endless.Length - 1 - 1024, Serve(endless).Unread);
        }

        [TestMethod]
        public void A_handler_that_fails_ends_the_connection()
        {
            var heard = Serve("GET /fails HTTP/1.1\r\nHost: e\r\n\r\n" + Get).Heard.ToString();
            Assert.IsTrue(heard.IndexOf("\r\nConnection: close\r\n") > 0, heard);
            Assert.AreEqual(0, heard.LastIndexOf("HTTP/1.1"));
        }

        [DataRow("GET /none HTTP/1.1", "404")]
        [DataRow("GET /silent HTTP/1.1", "500")]
        [DataRow("GET /fails HTTP/1.1", "500")]
        [DataRow("BREW /x HTTP/1.1", "501")]
        [TestMethod]
        public void What_no_handler_answers_is_answered(string line, string status)
        {
            Assert.AreEqual(0, Serve(line + "\r\nHost: e\r\n\r\n").Heard.ToString().IndexOf("HTTP/1.1 " + status));
        }

        [DataRow("Sec-Fetch-Site: cross-site", "403")]
        [DataRow("Sec-Fetch-Site: same-site", "403")]
        [DataRow("Origin: https://evil.test", "403")]
        [DataRow("Origin: null", "403")]
        [DataRow("Origin: http://e", "403")]
        [DataRow("Origin: https://e", "200")]
        [DataRow("Sec-Fetch-Site: same-origin", "200")]
        [DataRow("Sec-Fetch-Site: none", "200")]
        [TestMethod]
        public void Another_web_site_cannot_command_through_the_operators_browser(string header, string status)
        {
            var heard = Serve("POST /x HTTP/1.1\r\nHost: e\r\n" + header + "\r\nContent-Length: 0\r\n\r\n").Heard.ToString();
            Assert.AreEqual(0, heard.IndexOf("HTTP/1.1 " + status), heard);
        }

        [TestMethod]
        public void A_body_of_unknown_length_leaves_in_chunks()
        {
            var heard = Serve("GET /open HTTP/1.1\r\nHost: e\r\n\r\n", Get).Heard.ToString();
            Assert.IsTrue(heard.IndexOf("Transfer-Encoding: chunked\r\n\r\n4\r\none \r\n3\r\ntwo\r\n0\r\n\r\nHTTP/1.1 200 OK") > 0, heard);
            heard = Serve("GET /open HTTP/1.0\r\n\r\n" + Get).Heard.ToString();
            Assert.IsTrue(heard.IndexOf("Connection: close\r\n\r\none two") > 0, heard);
            Assert.AreEqual(0, heard.LastIndexOf("HTTP/1.1"));
        }

        [TestMethod]
        public void An_answer_that_is_not_as_long_as_it_said_ends_the_connection_or_is_cut()
        {
            var heard = Serve("GET /short HTTP/1.1\r\nHost: e\r\n\r\n" + Get).Heard.ToString();
            Assert.AreEqual(0, heard.LastIndexOf("HTTP/1.1"));
            heard = Serve("GET /fails-late HTTP/1.1\r\nHost: e\r\n\r\n" + Get).Heard.ToString();
            Assert.IsTrue(heard.LastIndexOf("HTTP/1.1") <= 0, heard);
            heard = Serve("GET /long HTTP/1.1\r\nHost: e\r\n\r\n" + Get).Heard.ToString();
            Assert.IsTrue(heard.IndexOf("\r\n\r\n123HTTP/1.1 200 OK") > 0, heard);
        }

        [TestMethod]
        public void A_header_cannot_carry_a_line_of_its_own()
        {
            Assert.AreEqual(0, Serve("GET /split HTTP/1.1\r\nHost: e\r\n\r\n").Heard.ToString().IndexOf("HTTP/1.1 500 "));
        }

        [DataRow("a\rb")]
        [DataRow("a\nb")]
        [DataRow("a\0b")]
        [DataRow("a\u007fb")]
        [DataRow("a\u0085b")]
        [DataRow("\u010A")]
        [TestMethod]
        public void What_is_not_printable_ASCII_is_no_header(string text)
        {
            Assert.ThrowsException(typeof(ArgumentException), () => { new WebResponse().AddHeader("X", text); });
            Assert.ThrowsException(typeof(ArgumentException), () => { new WebResponse().AddHeader(text, "x"); });
        }

        [TestMethod]
        public void Headers_have_a_longest_length_and_come_before_the_start()
        {
            new WebResponse().AddHeader("X", new string('a', 595));
            Assert.ThrowsException(typeof(ArgumentException), () => { new WebResponse().AddHeader("X", new string('a', 596)); });
            var begun = new WebResponse();
            begun.Start(204, null, 0);
            Assert.ThrowsException(typeof(ArgumentException), () => { begun.AddHeader("X", "a"); });
        }

        [TestMethod]
        public void A_peer_that_is_gone_is_noticed()
        {
            var clock = new FakeWebClock();
            var connection = new FakeConnection(clock, Get + Get) { WritesFail = true };
            new WebSession(new IWebHandler[] { new FakeHandler() }, clock, new FakeHandler()).Serve(connection, false);
            Assert.AreEqual(1, connection.Writes);
        }

        private static FakeConnection Serve(params string[] parts)
        {
            var clock = new FakeWebClock();
            var connection = new FakeConnection(clock, parts);
            var handler = new FakeHandler();
            new WebSession(new IWebHandler[] { handler }, clock, handler).Serve(connection, false);
            return connection;
        }
    }
}
