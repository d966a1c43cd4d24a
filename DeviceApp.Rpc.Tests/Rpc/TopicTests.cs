using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Rpc;

namespace SecureEsp.DeviceApp.Tests.Rpc
{
    /// <summary>Calls over MQTT: who is answered, and where.</summary>
    [TestClass]
    public class TopicTests
    {
        [TestMethod]
        public void An_answer_goes_below_the_devices_own_topic()
        {
            Assert.AreEqual("esp/dev-1/rpc", RpcTopics.Request("dev-1"));
            Assert.AreEqual("esp/dev-1/rpc/mos-7_a.b/rpc", RpcTopics.Reply("dev-1", "esp/dev-1/rpc/mos-7_a.b"));
        }

        [TestMethod]
        [DataRow("-")]
        [DataRow("")]
        [DataRow("mos")]
        [DataRow("esp/dev-2")]
        [DataRow("esp/dev-2/rpc/x")]
        [DataRow("esp/dev-1")]
        [DataRow("esp/dev-1/rpc")]
        [DataRow("esp/dev-1/rpc/")]
        [DataRow("esp/dev-1/rpc/+")]
        [DataRow("esp/dev-1/rpc/#")]
        [DataRow("esp/dev-1/rpc/a/b")]
        [DataRow("esp/dev-1/rpc/a b")]
        [DataRow("esp/dev-1/rpc/\u00fc")]
        [DataRow("esp/dev-1/rpc/../../../x")]
        [DataRow("esp/dev-1/rpc/01234567890123456789012345678901234567890123456789012345678901234")]
        public void Nobody_else_is_answered_and_nothing_is_carried_out_for_them(string source)
        {
            Assert.IsNull(RpcTopics.Reply("dev-1", source));
            var server = new TestServer();
            Assert.AreEqual("malformed", server.Message("{'id':1," + (source == "-" ? "" : "'src':'" + source + "',") + "'method':'Sys.Reboot'}"));
            Assert.AreEqual(-1, server.System.RebootMs);
        }

        [TestMethod]
        public void A_call_is_answered_to_its_source()
        {
            var server = new TestServer();
            Assert.AreEqual(
                "{'id':1,'src':'dev-1','dst':'esp/dev-1/rpc/t','result':{'channel_info':'mqtt'}}", server.Message("{'id':1,'src':'esp/dev-1/rpc/t','method':'RPC.Ping'}"));
            Assert.AreEqual("none", server.Message("{'src':'mos','method':'RPC.Ping'}"));
        }
    }
}
