using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Rpc;

namespace SecureEsp.DeviceApp.Tests.Rpc
{
    /// <summary>The frame form, as Mongoose OS has it.</summary>
    [TestClass]
    public class FrameTests
    {
        private const string Ping = "'result':{'channel_info':'test'}}";

        [TestMethod]
        public void An_id_of_the_mos_tool_comes_back_as_a_number()
        {
            var answer = new TestServer().Frame("{'src':'mos','id':1632114517283,'method':'RPC.Ping'}\r\n");
            Assert.AreEqual("{'id':1632114517283,'src':'dev-1','dst':'mos'," + Ping, answer);
        }

        [TestMethod]
        [DataRow("1099511627776")]
        [DataRow("2199023255551")]
        [DataRow("9223372036854775807")]
        [DataRow("18446744073709551615")]
        [DataRow("-1")]
        [DataRow("1e3")]
        [DataRow("'a\\u00fcb'")]
        public void An_id_is_answered_as_it_stands(string id)
        {
            Assert.AreEqual("{'id':" + id + ",'src':'dev-1'," + Ping, new TestServer().Frame("{'id':" + id + ",'method':'RPC.Ping'}"));
        }

        [TestMethod]
        public void A_frame_without_id_is_carried_out_and_not_answered()
        {
            var server = new TestServer();
            Assert.AreEqual("none", server.Frame("{'method':'Sys.Reboot'}"));
            Assert.AreEqual(100, server.System.RebootMs);
            Assert.AreEqual("none", server.Frame("{'id':null,'method':'Nope'}"));
        }

        [TestMethod]
        public void Arguments_are_called_params_or_args()
        {
            var server = new TestServer();
            server.Files.Put("a.txt", "x");
            Assert.AreEqual("{'id':1,'src':'dev-1','result':['a.txt']}", server.Frame("{'id':1,'method':'FS.List','params':{'path':'/'}}"));
            Assert.AreEqual("{'id':1,'src':'dev-1','result':[]}", server.Frame("{'id':1,'method':'FS.List','args':{'path':'/www'}}"));
            Assert.AreEqual("{'id':1,'src':'dev-1','result':['a.txt']}", server.Frame("{'id':1,'method':'FS.List','params':null}"));
        }

        [TestMethod]
        public void An_error_takes_the_results_place()
        {
            var server = new TestServer();
            Assert.AreEqual("{'id':5,'src':'dev-1','dst':'mos','error':{'code':404,'message':'No handler for Nope'}}", server.Frame("{'src':'mos','id':5,'method':'Nope'}"));
            Assert.AreEqual("{'id':5,'src':'dev-1','error':{'code':400,'message':'filename is required'}}", server.Frame("{'id':5,'method':'FS.Get'}"));
            Assert.AreEqual("Nope 404\nFS.Get 400\n", server.System.Called);
        }

        [TestMethod]
        public void An_empty_success_is_null()
        {
            Assert.AreEqual("{'id':5,'src':'dev-1','result':null}", new TestServer().Frame("{'id':5,'method':'Sys.Reboot','params':{'delay_ms':7}}"));
        }

        [TestMethod]
        public void A_frame_for_another_device_is_not_carried_out()
        {
            var server = new TestServer();
            Assert.AreEqual("malformed", server.Frame("{'id':1,'dst':'dev-2','method':'Sys.Reboot'}"));
            Assert.AreEqual(-1, server.System.RebootMs);
            Assert.AreEqual("{'id':1,'src':'dev-1'," + Ping, server.Frame("{'id':1,'dst':'dev-1','method':'RPC.Ping'}"));
            Assert.AreEqual("{'id':1,'src':'dev-1'," + Ping, server.Frame("{'id':1,'dst':'','src':'','method':'RPC.Ping'}"));
        }

        [TestMethod]
        [DataRow("")]
        [DataRow("[]")]
        [DataRow("7")]
        [DataRow("{}")]
        [DataRow("{'id':1}")]
        [DataRow("{'id':1,'method':''}")]
        [DataRow("{'id':1,'method':7}")]
        [DataRow("{'id':[1],'method':'RPC.Ping'}")]
        [DataRow("{'id':true,'method':'RPC.Ping'}")]
        [DataRow("{'id':'0123456789012345678901234567890123456789012345678901234567890123456789','method':'RPC.Ping'}")]
        [DataRow("{'id':1,'src':7,'method':'RPC.Ping'}")]
        [DataRow("{'id':1,'dst':{},'method':'RPC.Ping'}")]
        [DataRow("{'id':1,'method':'RPC.Ping','params':[]}")]
        [DataRow("{'id':1,'method':'RPC.Ping'} x")]
        [DataRow("{'id':1,'id':2,'method':'RPC.Ping'}")]
        [DataRow("{'id':1,'method':'RPC.Ping','method':'Sys.Reboot'}")]
        public void What_is_no_frame_is_malformed(string frame)
        {
            var server = new TestServer();
            Assert.AreEqual("malformed", server.Frame(frame));
            Assert.AreEqual("", server.System.Called);
        }

        [TestMethod]
        public void A_frame_has_at_most_4096_bytes()
        {
            var frame = "{'id':1,'method':'RPC.Ping'}";
            var server = new TestServer();
            Assert.AreEqual("{'id':1,'src':'dev-1'," + Ping, server.Frame(frame + new string(' ', RpcServer.MaxFrame - frame.Length)));
            Assert.AreEqual("malformed", server.Frame(frame + new string(' ', RpcServer.MaxFrame - frame.Length + 1)));
        }

        [TestMethod]
        public void An_answer_that_is_too_long_is_an_error_and_never_half_an_answer()
        {
            var server = new TestServer();
            var length = "{'id':1,'src':'dev-1','result':[]}".Length - 1;
            for (var i = 0; i < 70; i++)
            {
                var name = i.ToString() + new string('x', 64);
                server.Files.Put(name, "");
                length += name.Length + 3;
                var answer = server.Frame("{'id':1,'method':'FS.List'}");
                if (length <= RpcServer.MaxFrame)
                {
                    Assert.AreEqual(length, answer.Length);
                }
                else
                {
                    Assert.AreEqual("{'id':1,'src':'dev-1','error':{'code':500,'message':'the answer is longer than 4096 bytes'}}", answer);
                }
            }
        }
    }
}
