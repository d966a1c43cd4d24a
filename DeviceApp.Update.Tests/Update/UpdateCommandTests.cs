using System.Text;
using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Formats;
using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    [TestClass]
    public class UpdateCommandTests
    {
        [DataRow("/esp/update/url", UpdateCommand.Url)]
        [DataRow("/esp/update/use_url", UpdateCommand.UseUrl)]
        [DataRow("/esp/update/interval", UpdateCommand.Interval)]
        [DataRow("/esp/update/run", UpdateCommand.Run)]
        [DataRow("/esp/restart", UpdateCommand.Restart)]
        [DataRow("esp/e1/update/url", UpdateCommand.Url)]
        [DataRow("esp/e1/update/use_url", UpdateCommand.UseUrl)]
        [DataRow("esp/e1/update/interval", UpdateCommand.Interval)]
        [DataRow("esp/e1/update/run", UpdateCommand.Run)]
        [DataRow("esp/e1/restart", UpdateCommand.Restart)]
        [DataRow("/esp/update/url_other", UpdateCommand.None)]
        [DataRow("/esp/update/ur", UpdateCommand.None)]
        [DataRow("/esp/update", UpdateCommand.None)]
        [DataRow("/esp/update/run/", UpdateCommand.None)]
        [DataRow("/esp/update/run/x", UpdateCommand.None)]
        [DataRow("/esp/update/RUN", UpdateCommand.None)]
        [DataRow("esp/update/run", UpdateCommand.None)]
        [DataRow("/esp/e1/update/run", UpdateCommand.None)]
        [DataRow("esp/e2/restart", UpdateCommand.None)]
        [DataRow("esp/e1/restart ", UpdateCommand.None)]
        [DataRow("esp/+/restart", UpdateCommand.None)]
        [DataRow("/esp/#", UpdateCommand.None)]
        [DataRow("", UpdateCommand.None)]
        [TestMethod]
        public void Topics_match_as_a_whole(string topic, UpdateCommand command)
        {
            Assert.AreEqual((int)command, (int)new UpdateTopics("e1").Match(topic));
        }

        [TestMethod]
        public void All_topics_are_there_for_one_device_and_all_but_revert_for_all()
        {
            var topics = new UpdateTopics("e1");
            Assert.AreEqual(11, topics.All.Length);
            Assert.AreEqual((int)UpdateCommand.Revert, (int)topics.Match("esp/e1/update/revert"));
            Assert.AreEqual((int)UpdateCommand.None, (int)topics.Match("/esp/update/revert"));
            Assert.AreEqual((int)UpdateCommand.None, (int)topics.Match("esp/e2/update/revert"));
        }

        [TestMethod]
        public void A_url_is_stored_with_a_warning_while_it_is_not_used()
        {
            var answer = Decide(UpdateCommand.Url, "https://domain.de:8070/secure_esp.bin", new UpdateSettings());
            Assert.AreEqual("[SUCCESS] Custom URL is written to storage", answer.Line);
            Assert.AreEqual(
                "[WARNING] Custom url is not activated, because use_url is set to 0. Set use_url to 1 to activate the custom url.", answer.Warning);
            Assert.AreEqual("https://domain.de:8070/secure_esp.bin", answer.Store.Url);
            Assert.AreEqual(300, answer.Store.Interval);
            Assert.IsNull(Decide(UpdateCommand.Url, "https://a", new UpdateSettings { UseUrl = true }).Warning);
        }

        [DataRow("", "[ERROR] No message send")]
        [DataRow("http://domain.de/x", "[ERROR] Custom URL must be https://host[:port]/path of at most 512 characters")]
        [DataRow("https://", "[ERROR] Custom URL must be https://host[:port]/path of at most 512 characters")]
        [DataRow("https://a b/", "[ERROR] Custom URL must be https://host[:port]/path of at most 512 characters")]
        [TestMethod]
        public void Anything_else_is_not_stored(string message, string line)
        {
            Refused(UpdateCommand.Url, message, line);
        }

        [DataRow("0", false)]
        [DataRow("1", true)]
        [TestMethod]
        public void Use_url_is_zero_or_one(string message, bool value)
        {
            var answer = Decide(UpdateCommand.UseUrl, message, new UpdateSettings { UseUrl = !value, Url = "https://a/", Interval = 400 });
            Assert.AreEqual("[SUCCESS] use_url is now set to " + message, answer.Line);
            Assert.AreEqual(value, answer.Store.UseUrl);
            Assert.AreEqual("https://a/", answer.Store.Url);
            Assert.AreEqual(400, answer.Store.Interval);
        }

        [DataRow("", "[ERROR] No message send")]
        [DataRow("2", "[ERROR] Message is not 0 or 1")]
        [DataRow("01", "[ERROR] Message is not 0 or 1")]
        [DataRow("1 ", "[ERROR] Message is not 0 or 1")]
        [DataRow("1abc", "[ERROR] Message is not 0 or 1")]
        [DataRow("true", "[ERROR] Message is not 0 or 1")]
        [TestMethod]
        public void And_nothing_else(string message, string line)
        {
            Refused(UpdateCommand.UseUrl, message, line);
        }

        [DataRow("300", 300)]
        [DataRow("301", 301)]
        [DataRow("9999999", 9999999)]
        [TestMethod]
        public void An_interval_is_stored(string message, int seconds)
        {
            var answer = Decide(UpdateCommand.Interval, message, new UpdateSettings());
            Assert.AreEqual("[SUCCESS] Update Interval set: " + message, answer.Line);
            Assert.AreEqual(seconds, answer.Store.Interval);
        }

        [DataRow("", "[ERROR] no interval provided")]
        [DataRow("299", "[ERROR] Update Interval is lower than 300")]
        [DataRow("0", "[ERROR] Update Interval is lower than 300")]
        [DataRow("10000000", "[ERROR] interval must be lower that 9.999.999")]
        [DataRow("4294967596", "[ERROR] interval must be lower that 9.999.999")]
        [DataRow("18446744073709551916", "[ERROR] interval must be lower that 9.999.999")]
        [DataRow("500abc", "[ERROR] interval is not a whole number of seconds")]
        [DataRow("abc", "[ERROR] interval is not a whole number of seconds")]
        [DataRow("-500", "[ERROR] interval is not a whole number of seconds")]
        [DataRow("+500", "[ERROR] interval is not a whole number of seconds")]
        [DataRow(" 500", "[ERROR] interval is not a whole number of seconds")]
        [DataRow("500\n", "[ERROR] interval is not a whole number of seconds")]
        [DataRow("0500", "[ERROR] interval is not a whole number of seconds")]
        [DataRow("5e3", "[ERROR] interval is not a whole number of seconds")]
        [DataRow("500.0", "[ERROR] interval is not a whole number of seconds")]
        [TestMethod]
        public void And_no_other_is(string message, string line)
        {
            Refused(UpdateCommand.Interval, message, line);
        }

        [TestMethod]
        public void An_update_is_started_once()
        {
            var started = UpdateCommands.Decide(UpdateCommand.Run, new byte[0], false, new UpdateSettings(), false);
            Assert.IsTrue(started.Run);
            Assert.AreEqual("[SUCCESS] OTA-Update started", started.Line);
            var again = UpdateCommands.Decide(UpdateCommand.Run, new byte[0], false, new UpdateSettings(), true);
            Assert.IsFalse(again.Run);
            Assert.AreEqual("[ERROR] Update Process is running (maybe triggerd by Interval Timer)- Cancel Interval", again.Line);
        }

        [TestMethod]
        public void A_restart_is_obeyed_unless_the_broker_would_repeat_it_for_ever()
        {
            var answer = UpdateCommands.Decide(UpdateCommand.Restart, new byte[0], false, new UpdateSettings(), true);
            Assert.IsTrue(answer.Restart);
            Assert.AreEqual("[SUCCESS] Restart ESP32...", answer.Line);
            answer = UpdateCommands.Decide(UpdateCommand.Restart, new byte[0], true, new UpdateSettings(), false);
            Assert.IsFalse(answer.Restart);
            Assert.AreEqual("[ERROR] Message is retained by the broker and would be obeyed at every connect: not obeyed", answer.Line);
            Assert.IsTrue(UpdateCommands.Decide(UpdateCommand.Revert, new byte[0], false, new UpdateSettings(), false).Revert);
            Assert.IsFalse(UpdateCommands.Decide(UpdateCommand.Revert, new byte[0], true, new UpdateSettings(), false).Revert);
            Assert.IsFalse(UpdateCommands.Decide(UpdateCommand.Run, new byte[0], true, new UpdateSettings(), false).Run);
            Assert.IsNotNull(UpdateCommands.Decide(UpdateCommand.UseUrl, new byte[] { 0x31 }, true, new UpdateSettings(), false).Store);
        }

        [TestMethod]
        public void The_stored_url_is_used_only_where_there_is_one()
        {
            Assert.AreEqual("std", new UpdateSettings().Effective("std"));
            Assert.AreEqual("std", new UpdateSettings { UseUrl = true }.Effective("std"));
            Assert.AreEqual("std", new UpdateSettings { Url = "https://a/" }.Effective("std"));
            Assert.AreEqual("https://a/", new UpdateSettings { Url = "https://a/", UseUrl = true }.Effective("std"));
        }

        [DataRow("https://server.test", "server.test", 443, "/")]
        [DataRow("https://10.0.0.1:8070/a/b.bundle?x=1&y=%20", "10.0.0.1", 8070, "/a/b.bundle?x=1&y=%20")]
        [TestMethod]
        public void A_url_has_host_port_and_target(string text, string host, int port, string target)
        {
            var url = HttpsUrl.Parse(text, HttpsUrl.MaxStored);
            Assert.AreEqual(host, url.Host);
            Assert.AreEqual(port, url.Port);
            Assert.AreEqual(target, url.Target);
        }

        [DataRow("http://a/")]
        [DataRow("HTTPS://a/")]
        [DataRow("//a/")]
        [DataRow("https:/a/")]
        [DataRow("https:///a")]
        [DataRow("https://user@a/")]
        [DataRow("https://user:pw@a/")]
        [DataRow("https://a:/")]
        [DataRow("https://a:0/")]
        [DataRow("https://a:65536/")]
        [DataRow("https://a:0443/")]
        [DataRow("https://a:4 43/")]
        [DataRow("https://[::1]/")]
        [DataRow("https://a?x")]
        [DataRow("https://a/#f")]
        [DataRow("https://a/\r\nHost: b")]
        [DataRow("https://a/\u00E4")]
        [DataRow("https://a\\b/")]
        [TestMethod]
        public void Anything_else_is_no_url(string text)
        {
            Assert.IsNull(HttpsUrl.Parse(text, HttpsUrl.MaxStored));
        }

        [TestMethod]
        public void A_url_is_bounded()
        {
            Assert.IsNotNull(HttpsUrl.Parse("https://a/" + new string('x', 502), HttpsUrl.MaxStored));
            Assert.IsNull(HttpsUrl.Parse("https://a/" + new string('x', 503), HttpsUrl.MaxStored));
            Assert.IsNull(HttpsUrl.Parse(null, HttpsUrl.MaxStored));
            Refused(UpdateCommand.Url, "https://a/" + new string('x', 503), UpdateLog.BadUrl);
        }

        private static UpdateAnswer Decide(UpdateCommand command, string message, UpdateSettings settings)
        {
            return UpdateCommands.Decide(command, Encoding.UTF8.GetBytes(message), false, settings, false);
        }

        private static void Refused(UpdateCommand command, string message, string line)
        {
            var answer = Decide(command, message, new UpdateSettings());
            Assert.AreEqual(line, answer.Line);
            Assert.IsNull(answer.Store);
            Assert.IsNull(answer.Warning);
            Assert.IsFalse(answer.Run || answer.Restart);
        }
    }
}
