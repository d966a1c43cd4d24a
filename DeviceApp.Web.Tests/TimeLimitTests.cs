using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Web;
using SecureEsp.DeviceApp.Web.Tests.Fakes;

namespace SecureEsp.DeviceApp.Web.Tests
{
    [TestClass]
    public class TimeLimitTests
    {
        [TestMethod]
        public void A_peer_that_says_nothing_is_closed_without_a_word()
        {
            var clock = new FakeWebClock();
            Assert.AreEqual("", Serve(clock, false));
            Assert.IsTrue(clock.Milliseconds == WebLimits.IdleMs);
        }

        [TestMethod]
        public void A_head_that_does_not_come_in_time_is_408()
        {
            var clock = new FakeWebClock();
            Assert.AreEqual(0, Serve(clock, false, "GET / HT").IndexOf("HTTP/1.1 408 "));
            Assert.IsTrue(clock.Milliseconds <= WebLimits.HeadMs + WebLimits.DrainMs);
        }

        [TestMethod]
        public void A_head_that_drips_is_408_all_the_same()
        {
            var clock = new FakeWebClock();
            var drips = new string[400];
            for (var i = 0; i < drips.Length; i++)
            {
                drips[i] = i % 2 == 0 ? "A" : "";
            }

            Assert.AreEqual(0, Serve(clock, false, drips).IndexOf("HTTP/1.1 408 "));
            Assert.IsTrue(clock.Milliseconds <= WebLimits.HeadMs + WebLimits.DrainMs);
        }

        [TestMethod]
        public void A_body_that_does_not_come_in_time_is_408()
        {
            var clock = new FakeWebClock();
            Assert.AreEqual(0, Serve(clock, false, "POST / HTTP/1.1\r\nHost: e\r\nContent-Length: 9\r\n\r\nab").IndexOf("HTTP/1.1 408 "));
            Assert.IsTrue(clock.Milliseconds >= WebLimits.BodyMs);
            Assert.IsTrue(clock.Milliseconds <= WebLimits.BodyMs + WebLimits.DrainMs);
        }

        [TestMethod]
        public void Between_two_requests_a_connection_gives_way_to_who_waits()
        {
            var clock = new FakeWebClock();
            var connection = new FakeConnection(clock, "GET /x HTTP/1.1\r\nHost: e\r\n\r\n") { Closes = false, IsWanted = true };
            Session(clock).Serve(connection, false);
            Assert.AreEqual(0, connection.Heard.ToString().IndexOf("HTTP/1.1 200 OK"));
            Assert.IsTrue(clock.Milliseconds == WebLimits.GiveWayMs);
        }

        [TestMethod]
        public void A_request_that_has_begun_is_served_whoever_waits()
        {
            var clock = new FakeWebClock();
            var connection = new FakeConnection(clock, "GET /x HTTP/1.1\r\n", "Host: e\r\n\r\n") { Closes = false };
            var session = Session(clock);
            connection.WantedAfter = 1;
            session.Serve(connection, false);
            Assert.AreEqual(0, connection.Heard.ToString().IndexOf("HTTP/1.1 200 OK"));
        }

        private static string Serve(FakeWebClock clock, bool closes, params string[] parts)
        {
            var connection = new FakeConnection(clock, parts) { Closes = closes };
            Session(clock).Serve(connection, false);
            return connection.Heard.ToString();
        }

        private static WebSession Session(FakeWebClock clock)
        {
            var handler = new FakeHandler();
            return new WebSession(new IWebHandler[] { handler }, clock, handler);
        }
    }
}
