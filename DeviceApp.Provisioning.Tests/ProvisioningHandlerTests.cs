using System;
using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Console;
using SecureEsp.DeviceApp.Storage;
using SecureEsp.DeviceApp.Provisioning.Tests.Fakes;
using SecureEsp.DeviceApp.Tests.Fakes;
using SecureEsp.DeviceApp.Time;

namespace SecureEsp.DeviceApp.Provisioning.Tests
{
    [TestClass]
    public class ProvisioningHandlerTests
    {
        private const string Network = "ssid=HomeNet&password=secret12";
        private const string Right = "code=2345-WXYZ&" + Network;

        [TestMethod]
        public void The_page_asks_and_forbids_everything_else_to_the_browser()
        {
            var page = FakeBrowser.Get("/");
            page.Call(Handler());
            Has(page, "HTTP/1.1 200 ");
            Has(page, "<form method=\"post\" action=\"/provision\"");
            Has(page, "Content-Security-Policy: default-src 'none'");
            Has(page, "Cache-Control: no-store");
            Has(page, "Referrer-Policy: same-origin");
            Assert.IsTrue(page.Heard.IndexOf("2345") < 0 && page.Heard.IndexOf("ABCD") < 0);
        }

        [TestMethod]
        public void Other_paths_are_somebody_elses()
        {
            var other = FakeBrowser.Get("/rpc/Sys.GetInfo");
            other.Call(Handler());
            Has(other, "HTTP/1.1 404 ");
        }

        [TestMethod]
        public void With_the_code_the_values_are_taken_and_the_clock_is_set()
        {
            var radio = new FakeAccessPoint();
            var handler = Handler(radio);
            var answer = FakeBrowser.Post(Right + "&time=1790000000");
            answer.Call(handler);
            Has(answer, "HTTP/1.1 200 ");
            Has(answer, "Trying <b>HomeNet</b>");
            Assert.AreEqual("secret12", handler.Trial.Credentials.Password);
            Assert.IsTrue(radio.Set == UnixTime.Of(1790000000));
            Assert.IsTrue(answer.Heard.IndexOf("secret12") < 0);
        }

        [DataRow(Network)]
        [DataRow("code=&" + Network)]
        [DataRow("code=2345-WXYA&" + Network)]
        public void Without_the_code_nothing_is_taken_and_no_clock_is_set(string form)
        {
            var radio = new FakeAccessPoint();
            var handler = Handler(radio);
            var answer = FakeBrowser.Post(form + "&time=1790000000");
            answer.Call(handler);
            Has(answer, "HTTP/1.1 403 ");
            Assert.IsNull(handler.Trial);
            Assert.IsTrue(radio.Set == default(DateTime));
        }

        [TestMethod]
        public void An_operator_needs_no_code()
        {
            var handler = Handler();
            FakeBrowser.Post(Network, isOperator: true).Call(handler);
            Assert.IsNotNull(handler.Trial);
        }

        [TestMethod]
        public void Guesses_end_even_for_the_right_code()
        {
            var handler = Handler();
            for (var i = 0; i < GuessLimit.Free; i++)
            {
                FakeBrowser.Post("code=A&" + Network).Call(handler);
            }

            var answer = FakeBrowser.Post(Right);
            answer.Call(handler);
            Has(answer, "HTTP/1.1 429 ");
            Has(answer, "Retry-After: 60");
            Assert.IsNull(handler.Trial);
        }

        [DataRow("Origin: https://evil.test\r\n")]
        [DataRow("Origin: null\r\n")]
        [DataRow("Origin: http://192.168.4.1\r\n")]
        [DataRow("Sec-Fetch-Site: cross-site\r\n")]
        public void A_form_of_another_site_is_not_taken(string header)
        {
            var handler = Handler();
            var answer = FakeBrowser.Post(Right, header);
            answer.Call(handler);
            Has(answer, "HTTP/1.1 403 ");
            Assert.IsNull(handler.Trial);
        }

        [TestMethod]
        public void Our_own_page_is()
        {
            var handler = Handler();
            FakeBrowser.Post(Right, "Origin: https://192.168.4.1\r\nSec-Fetch-Site: same-origin\r\n").Call(handler);
            Assert.IsNotNull(handler.Trial);
        }

        [TestMethod]
        public void A_time_out_of_the_window_is_told_and_nothing_is_taken()
        {
            var radio = new FakeAccessPoint();
            var handler = Handler(radio);
            var answer = FakeBrowser.Post(Right + "&time=1600000000");
            answer.Call(handler);
            Has(answer, "HTTP/1.1 400 ");
            Has(answer, "the time is before 2026-05-01");
            Assert.IsNull(handler.Trial);
            Assert.IsTrue(radio.Set == default(DateTime));
        }

        [TestMethod]
        public void Values_that_cannot_work_are_told_and_nothing_is_taken()
        {
            var radio = new FakeAccessPoint();
            var handler = Handler(radio);
            var answer = FakeBrowser.Post("code=2345-WXYZ&ssid=HomeNet&password=short&time=1790000000");
            answer.Call(handler);
            Has(answer, "HTTP/1.1 400 ");
            Has(answer, "role=\"alert\"");
            Assert.IsNull(handler.Trial);
            Assert.IsTrue(radio.Set == default(DateTime));
        }

        [DataRow("text/plain")]
        [DataRow("application/json")]
        [DataRow("multipart/form-data; boundary=x")]
        [DataRow("application/x-www-form-urlencoded2")]
        [DataRow("")]
        public void Another_type_is_no_form(string type)
        {
            var handler = Handler();
            var answer = FakeBrowser.Post(Right, type: type);
            answer.Call(handler);
            Has(answer, "HTTP/1.1 415 ");
            Assert.IsNull(handler.Trial);
        }

        [TestMethod]
        public void What_is_no_form_costs_no_guess_and_gets_400()
        {
            var handler = Handler();
            for (var i = 0; i < 10; i++)
            {
                var answer = FakeBrowser.Post("code=%");
                answer.Call(handler);
                Has(answer, "HTTP/1.1 400 ");
            }

            FakeBrowser.Post(Right).Call(handler);
            Assert.IsNotNull(handler.Trial);
        }

        private static void Has(FakeBrowser browser, string text)
        {
            Assert.IsTrue(browser.Heard.IndexOf(text) >= 0, browser.Failure + browser.Heard);
        }

        private static ProvisioningHandler Handler(FakeAccessPoint radio = null)
        {
            radio = radio ?? new FakeAccessPoint();
            return new ProvisioningHandler(
                Presence.Of("ABCD-EFGH-JKLM-NPQR", "2345-WXYZ"), new GuessLimit(new FakeClock()), new DeviceSettings(), radio,
                new ClockWindow(0, radio.CertificateFrom, radio.CertificateUntil), new LeveledConsole(new FakeConsole()), "");
        }
    }
}
