using System.Text;
using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Mqtt;
using SecureEsp.DeviceApp.Tests.Fakes;
using SecureEsp.DeviceApp.Tls;

namespace SecureEsp.DeviceApp.Tests.Mqtt
{
    [TestClass]
    public class MqttTests
    {
        private const string Introduction =
            "open esp/e1/status\nsubscribe esp/e1/ping\nretain esp/e1/status 1 online\n"
            + "publish esp/e1/log 0 secure_esp: ESP32 successfully booted and connected (^_^)\n"
            + "publish /esp/log 0 secure_esp: ESP32 successfully booted and connected (^_^)\n"
            + "publish esp/e1/log 0 secure_esp: Running firmware version: 1.2.3\n"
            + "publish /esp/log 0 secure_esp: Running firmware version: 1.2.3\n";

        [TestMethod]
        public void A_ping_is_answered_with_the_same_payload()
        {
            var answer = new TopicRouter(new Topics("e1")).Route("esp/e1/ping", Encoding.UTF8.GetBytes("hi"));
            Assert.AreEqual("esp/e1/pong", answer.Topic);
            Assert.AreEqual("hi", Encoding.UTF8.GetString(answer.Payload, 0, answer.Payload.Length));
            Assert.IsNull(answer.Refusal);
        }

        [DataRow("esp/e1/pin")]
        [DataRow("esp/e1/pingx")]
        [DataRow("esp/e1/ping/x")]
        [DataRow("/esp/e1/ping")]
        [DataRow("esp/E1/ping")]
        [DataRow("esp/e12/ping")]
        [DataRow("esp/+/ping")]
        [DataRow("")]
        [TestMethod]
        public void Any_other_topic_is_not(string topic)
        {
            var answer = new TopicRouter(new Topics("e1")).Route(topic, new byte[0]);
            Assert.IsNull(answer.Topic);
            Assert.AreEqual("no such topic", answer.Refusal);
        }

        [DataRow(0, true)]
        [DataRow(1024, true)]
        [DataRow(1025, false)]
        [TestMethod]
        public void A_payload_is_bounded(int length, bool answered)
        {
            Assert.AreEqual(answered, new TopicRouter(new Topics("e1")).Route("esp/e1/ping", new byte[length]).Refusal == null);
        }

        [TestMethod]
        public void Log_lines_have_the_known_form()
        {
            Assert.AreEqual("secure_esp: ESP32 successfully booted and connected (^_^)", LogLine.Of(LogLine.Connected));
            Assert.AreEqual("secure_esp: Running firmware version: 0.1.0", LogLine.Of(LogLine.Version("0.1.0")));
        }

        [TestMethod]
        public void A_session_introduces_the_device()
        {
            var link = new FakeLink();
            Session(link, new FakeConsole()).Start();
            Assert.AreEqual(Introduction, link.Asked);
        }

        [TestMethod]
        public void A_session_subscribes_again_after_a_loss()
        {
            var link = new FakeLink();
            var session = Session(link, new FakeConsole());
            session.Start();
            Assert.IsFalse(session.WaitForEnd(0));
            link.Lose();
            Assert.IsTrue(session.WaitForEnd(0));
            session.Start();
            Assert.AreEqual(Introduction + "close\n" + Introduction, link.Asked);
            Assert.IsFalse(session.WaitForEnd(0));
        }

        [TestMethod]
        public void A_session_that_is_refused_leaves_nothing_open()
        {
            var link = new FakeLink { RefusesSubscription = true };
            var session = Session(link, new FakeConsole());
            Assert.ThrowsException(typeof(LinkException), () => session.Start());
            Assert.IsFalse(link.IsOpen);
        }

        [TestMethod]
        public void A_ping_is_shown_and_answered()
        {
            var link = new FakeLink();
            var console = new FakeConsole();
            Session(link, console).Start();
            link.Listener.OnMessage("esp/e1/ping", Encoding.UTF8.GetBytes("hi\u001b"), false);
            Assert.IsTrue(link.Asked.IndexOf("publish esp/e1/pong 0 hi\u001b\n") > 0);
            Assert.IsTrue(console.Shown.IndexOf("[mqtt] received esp/e1/ping (3 bytes): hi.\n") > 0, console.Shown);
            Assert.IsTrue(console.Shown.IndexOf("[mqtt] published esp/e1/pong (3 bytes): hi.\n") > 0, console.Shown);
        }

        [TestMethod]
        public void A_message_that_is_not_answered_is_named()
        {
            var link = new FakeLink();
            var console = new FakeConsole();
            Session(link, console).Start();
            link.Listener.OnMessage("esp/e1/ping", new byte[2000], false);
            Assert.IsTrue(console.Shown.IndexOf("[mqtt] ignored esp/e1/ping: more than 1024 bytes\n") > 0, console.Shown);
            Assert.IsTrue(link.Asked.IndexOf("pong") < 0);
        }

        [TestMethod]
        public void An_answer_after_the_loss_is_not_swallowed()
        {
            var link = new FakeLink();
            var console = new FakeConsole();
            Session(link, console).Start();
            var listener = link.Listener;
            link.Lose();
            listener.OnMessage("esp/e1/ping", new byte[1], false);
            Assert.IsTrue(console.Shown.IndexOf("[mqtt] not answered: there is no connection") > 0, console.Shown);
        }

        private static BrokerSession Session(FakeLink link, FakeConsole console)
        {
            return new BrokerSession(link, console, new Topics("e1"), "1.2.3");
        }
    }
}
