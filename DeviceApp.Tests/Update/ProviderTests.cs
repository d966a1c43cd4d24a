using System;
using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Formats;
using SecureEsp.DeviceApp.Tests.Fakes;
using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    /// <summary>An update source that is asked again and again, as while a trial waits for it, keeps nothing of what failed.</summary>
    [TestClass]
    public class ProviderTests
    {
        [TestMethod]
        public void An_offer_that_is_refused_leaves_no_connection()
        {
            IsClosedAfter("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n", DownloadReason.Status);
        }

        [TestMethod]
        public void An_offer_that_is_no_HTTP_leaves_no_connection()
        {
            IsClosedAfter("SSH-2.0-nobody\r\n\r\n", DownloadReason.Response);
        }

        [TestMethod]
        public void A_redirect_to_plain_HTTP_leaves_no_connection()
        {
            IsClosedAfter("HTTP/1.1 302 Found\r\nLocation: http://server.test/app\r\nContent-Length: 0\r\n\r\n", DownloadReason.BadRedirect);
        }

        [TestMethod]
        public void A_second_redirect_leaves_no_connection()
        {
            var redirect = "HTTP/1.1 302 Found\r\nLocation: https://server.test/next\r\nContent-Length: 0\r\n\r\n";
            IsClosedAfter(redirect, redirect, DownloadReason.SecondRedirect);
        }

        [TestMethod]
        public void Where_nothing_is_offered_no_connection_stays()
        {
            var connector = new FakeConnector();
            connector.Add("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
            int length;
            Assert.IsFalse(Provider(connector).TryGetOffer(out length));
            Assert.AreEqual(1, connector.Closed);
        }

        [TestMethod]
        public void A_read_that_fails_leaves_no_connection()
        {
            var connector = new FakeConnector();
            connector.Add("HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 8-9/100\r\nContent-Length: 2\r\n\r\nab");
            var provider = Provider(connector);
            Refuses(() => provider.Read(0, new byte[2], 2), DownloadReason.Range);
            Assert.AreEqual(1, connector.Closed);
        }

        private static void IsClosedAfter(string answer, int reason)
        {
            IsClosedAfter(answer, null, reason);
        }

        private static void IsClosedAfter(string answer, string next, int reason)
        {
            var connector = new FakeConnector();
            connector.Add(answer, next);
            var provider = Provider(connector);
            int length;
            Refuses(() => provider.TryGetOffer(out length), reason);
            Assert.AreEqual(1, connector.Opened);
            Assert.AreEqual(1, connector.Closed);
        }

        private static void Refuses(Action ask, int reason)
        {
            var seen = UpdateReason.Accepted;
            try
            {
                ask();
            }
            catch (UpdateException e)
            {
                seen = e.Reason;
            }

            Assert.AreEqual(reason, seen);
        }

        private static HttpUpdateProvider Provider(FakeConnector connector)
        {
            var clock = new FakeClock();
            var requester = new UpdateRequester(connector, connector, clock, "test", 100000);
            return new HttpUpdateProvider(requester, clock, HttpsUrl.Parse("https://server.test/update", HttpsUrl.MaxStored));
        }
    }
}
