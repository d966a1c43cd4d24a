using System.Text;
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
            Assert.AreEqual(DownloadReason.Range, Refusal.Of(() => provider.Read(0, new byte[2], 2)));
            Assert.AreEqual(1, connector.Closed);
        }

        [DataRow("bytes 24-25/101", "\"a\"")]
        [DataRow("bytes 24-25/100", "\"b\"")]
        [TestMethod]
        public void A_file_that_changes_during_the_download_is_not_mixed_with_what_came_before(string range, string etag)
        {
            var connector = new FakeConnector();
            connector.Add("HTTP/1.1 206 Partial Content\r\nETag: \"a\"\r\nContent-Range: bytes 0-23/100\r\nContent-Length: 24\r\n\r\n123456789012345678901234");
            connector.Add("HTTP/1.1 206 Partial Content\r\nETag: " + etag + "\r\nContent-Range: " + range + "\r\nContent-Length: 2\r\n\r\nab");
            var provider = Provider(connector);
            int length;
            Assert.IsTrue(provider.TryGetOffer(out length));
            Assert.AreEqual(100, length);
            provider.Read(0, new byte[24], 24);
            provider.Close();
            Assert.AreEqual(DownloadReason.Changed, Refusal.Of(() => provider.Read(24, new byte[2], 2)));
            Assert.AreEqual(2, connector.Closed);
        }

        [TestMethod]
        public void A_chunked_body_is_read_across_its_chunks()
        {
            var connector = new FakeConnector();
            connector.Add(
                "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-9/10\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
                "4;ext=1\r\nde", "fg\r\n3\r\nhij\r\n", "0\r\n\r\n");
            var bytes = new byte[10];
            Provider(connector, 10).Read(0, bytes, 10);
            Assert.AreEqual("abcdefghij", Encoding.UTF8.GetString(bytes, 0, 10));
        }

        [DataRow("3\r\nabc\r\n0\r\n\r\n", DownloadReason.Length)]
        [DataRow("3\r\nabc\r\nxyz\r\n", DownloadReason.Response)]
        [DataRow("-3\r\nabc\r\n", DownloadReason.Response)]
        [TestMethod]
        public void A_chunked_body_that_ends_too_early_or_is_none_is_refused(string body, int reason)
        {
            var connector = new FakeConnector();
            connector.Add("HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-9/10\r\nTransfer-Encoding: chunked\r\n\r\n" + body);
            Assert.AreEqual(reason, Refusal.Of(() => Provider(connector, 10).Read(0, new byte[10], 10)));
            Assert.AreEqual(1, connector.Closed);
        }

        [TestMethod]
        public void A_server_that_stalls_is_called_slow()
        {
            var connector = new FakeConnector();
            connector.Add("HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-9/10\r\nContent-Length: 10\r\n\r\nabc", null);
            Assert.AreEqual(DownloadReason.Slow, Refusal.Of(() => Provider(connector, 10).Read(0, new byte[10], 10)));
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
            Assert.AreEqual(reason, Refusal.Of(() => provider.TryGetOffer(out length)));
            Assert.AreEqual(1, connector.Opened);
            Assert.AreEqual(1, connector.Closed);
        }

        private static HttpUpdateProvider Provider(FakeConnector connector, int ahead)
        {
            var provider = Provider(connector);
            provider.Ahead = ahead;
            return provider;
        }

        private static HttpUpdateProvider Provider(FakeConnector connector)
        {
            var clock = new FakeClock();
            var requester = new UpdateRequester(connector, connector, clock, "test", 100000);
            return new HttpUpdateProvider(requester, clock, HttpsUrl.Parse("https://server.test/update", HttpsUrl.MaxStored));
        }
    }
}
