using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Http;
using SecureEsp.DeviceApp.Tests.Fakes;

namespace SecureEsp.DeviceApp.Tests.Http
{
    [TestClass]
    public class HttpsClientTests
    {
        private const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
        private const string OkClose = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok";

        [TestMethod]
        public void A_request_names_its_host_and_port()
        {
            var connector = new FakeConnector();
            connector.Add(Ok);
            Assert.IsTrue(Client(connector, 8443).Get("/x", new FakeSink()).Succeeded);
            Assert.AreEqual(
                "GET /x HTTP/1.1\r\nHost: server.test:8443\r\nUser-Agent: SecureEsp/1\r\nAccept: */*\r\nConnection: keep-alive\r\n\r\n",
                connector.Sent);
        }

        [TestMethod]
        public void The_default_port_is_not_named()
        {
            var connector = new FakeConnector();
            connector.Add(Ok);
            Client(connector, 443).Get("/", new FakeSink());
            Assert.IsTrue(connector.Sent.IndexOf("\r\nHost: server.test\r\n") > 0);
        }

        [TestMethod]
        public void A_connection_is_kept_for_the_next_request()
        {
            var connector = new FakeConnector();
            connector.Add(Ok, Ok, OkClose);
            var client = Client(connector, 443);
            for (var i = 0; i < 3; i++)
            {
                Assert.AreEqual(200, client.Get("/", new FakeSink()).Status);
            }

            Assert.AreEqual(1, connector.Opened);
            Assert.AreEqual(1, connector.Closed);
        }

        [TestMethod]
        public void A_kept_connection_that_the_server_has_closed_is_replaced()
        {
            var connector = new FakeConnector();
            connector.Add(Ok, "");
            connector.Add(Ok);
            var client = Client(connector, 443);
            client.Get("/", new FakeSink());
            Assert.IsTrue(client.Get("/", new FakeSink()).Succeeded);
            Assert.AreEqual(2, connector.Opened);
        }

        [TestMethod]
        public void A_new_connection_that_closes_at_once_is_not_replaced()
        {
            var connector = new FakeConnector();
            connector.Add("");
            connector.Add(Ok);
            var result = Client(connector, 443).Get("/", new FakeSink());
            Assert.IsTrue(result.Error == HttpError.Truncated);
            Assert.AreEqual(1, connector.Opened);
        }

        [TestMethod]
        public void An_answer_that_breaks_off_is_not_asked_for_again()
        {
            var connector = new FakeConnector();
            connector.Add(Ok, "HTTP/1.1 200 OK\r\n", "");
            connector.Add(Ok);
            var client = Client(connector, 443);
            client.Get("/", new FakeSink());
            Assert.IsTrue(client.Get("/", new FakeSink()).Error == HttpError.Truncated);
            Assert.AreEqual(1, connector.Opened);
        }

        [TestMethod]
        public void A_server_that_is_away_is_a_result_and_no_exception()
        {
            var result = Client(new FakeConnector(), 443).Get("/", new FakeSink());
            Assert.IsFalse(result.Succeeded);
            Assert.AreEqual("ConnectionRefused (10061)", result.Failure.Name);
        }

        [TestMethod]
        public void A_server_that_falls_silent_is_given_up()
        {
            var connector = new FakeConnector();
            connector.Add("HTTP/1.1 200 OK\r\n", null);
            var result = Client(connector, 443).Get("/", new FakeSink());
            Assert.AreEqual("TimedOut (10060)", result.Failure.Name);
            Assert.AreEqual(1, connector.Closed);
        }

        [TestMethod]
        public void A_status_of_refusal_is_a_complete_response()
        {
            var connector = new FakeConnector();
            connector.Add("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
            var result = Client(connector, 443).Get("/", new FakeSink());
            Assert.IsNull(result.Failure);
            Assert.IsFalse(result.Succeeded);
            Assert.AreEqual(401, result.Status);
        }

        [TestMethod]
        public void More_than_was_announced_closes_the_connection()
        {
            var connector = new FakeConnector();
            connector.Add(Ok + "HTTP/1.1 200 forged");
            var result = Client(connector, 443).Get("/", new FakeSink());
            Assert.IsTrue(result.Error == HttpError.Excess);
            Assert.AreEqual(1, connector.Closed);
        }

        [TestMethod]
        public void A_response_is_printed_whole()
        {
            var console = new FakeConsole();
            var connector = new FakeConnector();
            connector.Add("HTTP/1.1 200 OK\r\nA: b\r\nContent-Length: 2\r\n\r\nok");
            var response = new ConsoleResponse(console);
            Client(connector, 443).Get("/", response);
            response.End();
            Assert.AreEqual("HTTP/1.1 200 OK\r\nA: b\r\nContent-Length: 2\r\n\r\nok\r\n", console.Shown);
        }

        [DataRow(401, "server verified; it asks for a client certificate (401)")]
        [DataRow(200, "server verified; it serves without a client certificate (200)")]
        [DataRow(302, "server verified; it answered 302")]
        [TestMethod]
        public void A_probes_answer_is_told_in_words(int status, string words)
        {
            Assert.AreEqual(words, ProbeWords.Of(status));
        }

        private static HttpsClient Client(FakeConnector connector, int port)
        {
            return new HttpsClient(connector, new FakeClock(), "server.test", port, "SecureEsp/1");
        }
    }
}
