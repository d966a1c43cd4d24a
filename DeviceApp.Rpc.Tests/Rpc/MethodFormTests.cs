using nanoFramework.TestFramework;

namespace SecureEsp.DeviceApp.Tests.Rpc
{
    /// <summary>The method in the URL, with its arguments in the body or in the query.</summary>
    [TestClass]
    public class MethodFormTests
    {
        [TestMethod]
        public void A_result_stands_alone()
        {
            var server = new TestServer();
            server.Files.Put("a.txt", "hello\n");
            Assert.AreEqual("200 {'data':'aGVsbG8K','left':0}", server.Call("FS.Get", "{'filename':'a.txt','offset':0,'len':512}"));
            Assert.AreEqual("200 null", server.Call("Sys.Reboot", ""));
        }

        [TestMethod]
        public void A_mere_link_calls_only_what_changes_nothing()
        {
            var server = new TestServer().Server;
            var reading = "";
            for (var i = 0; i < server.Count; i++)
            {
                reading += server.Method(i).IsReading ? server.Method(i).Name + " " : "";
            }

            Assert.AreEqual(
                "RPC.List RPC.Describe RPC.Ping Sys.GetInfo FS.List FS.ListExt FS.Get Config.Get Wifi.Scan OTA.GetBootState Update.Status ", reading);
        }

        [TestMethod]
        public void An_error_has_its_status_where_HTTP_has_one_like_it()
        {
            var server = new TestServer();
            Assert.AreEqual("404 {'code':404,'message':'No handler for Nope'}", server.Call("Nope", ""));
            Assert.AreEqual("404 {'code':404,'message':'invalid config key'}", server.Call("Config.Get", "{'key':'nope'}"));
            Assert.AreEqual("403 {'code':403,'message':'tls.key.password can be set but is never shown'}", server.Call("Config.Get", "{'key':'tls.key.password'}"));
            Assert.AreEqual("500 {'code':400,'message':'filename is required'}", server.Call("FS.Get", "{}"));
            Assert.AreEqual("500 {'code':500,'message':'remove failed'}", server.Call("FS.Remove", "{'filename':'a'}"));
        }

        [TestMethod]
        [DataRow("{", "no JSON: it ends too early")]
        [DataRow("{'a':1,'a':2}", "no JSON: a name stands twice in an object")]
        [DataRow("[]", "the arguments must be an object")]
        [DataRow("null", "the arguments must be an object")]
        public void Arguments_that_are_none_call_nothing(string arguments, string message)
        {
            var server = new TestServer();
            Assert.AreEqual("500 {'code':400,'message':'" + message + "'}", server.Call("Sys.Reboot", arguments));
            Assert.AreEqual(-1, server.System.RebootMs);
        }

        [TestMethod]
        public void Arguments_stand_in_the_query_as_JSON()
        {
            var server = new TestServer();
            server.Files.Put("ca.crt", "x");
            Assert.AreEqual("200 ['ca.crt']", server.Query("FS.List", "path=%22/%22"));
            Assert.AreEqual("200 ['ca.crt']", server.Query("FS.List", "path=%22%2f%22"));
            Assert.AreEqual("200 ['ca.crt']", server.Query("FS.List", ""));
            Assert.AreEqual("200 {'data':'eA==','left':0}", server.Query("FS.Get", "filename=%22ca.crt%22&offset=0&len=5"));
        }

        [TestMethod]
        [DataRow("path")]
        [DataRow("path=")]
        [DataRow("=1")]
        [DataRow("&")]
        [DataRow("path=%22/%22&")]
        [DataRow("path=/")]
        [DataRow("path=%2")]
        [DataRow("path=%zz")]
        [DataRow("pa%74h=1")]
        [DataRow("path=1,%22x%22:2")]
        [DataRow("path=%22/%22%7D")]
        [DataRow("path=%22%ff%22")]
        [DataRow("path=%22\u00fc%22")]
        public void A_query_that_is_none_calls_nothing(string query)
        {
            var server = new TestServer();
            Assert.AreEqual("500 {'code':400,'message':'each argument must be NAME=VALUE, the value JSON in percent-encoding'}", server.Query("FS.List", query));
            Assert.AreEqual("", server.System.Called);
        }

        [TestMethod]
        public void A_name_that_stands_twice_in_a_query_calls_nothing()
        {
            Assert.AreEqual("500 {'code':400,'message':'no JSON: a name stands twice in an object'}", new TestServer().Query("FS.List", "path=1&path=2"));
        }

        [TestMethod]
        public void A_query_longer_than_there_is_room_for_calls_nothing()
        {
            Assert.IsTrue(new TestServer().Query("FS.List", "path=%22" + new string('a', 300) + "%22").StartsWith("500 "));
        }

        [TestMethod]
        public void Methods_can_be_listed_and_described()
        {
            var server = new TestServer();
            Assert.IsTrue(server.Call("RPC.List", "").StartsWith("200 ['RPC.List','RPC.Describe','RPC.Ping','Sys.GetInfo',"));
            Assert.AreEqual("200 {'name':'FS.Remove','args_fmt':'{filename: %Q}'}", server.Call("RPC.Describe", "{'name':'FS.Remove'}"));
            Assert.AreEqual("404 {'code':404,'message':'name not found'}", server.Call("RPC.Describe", "{'name':'fs.remove'}"));
        }

        [TestMethod]
        public void The_device_tells_what_it_is()
        {
            Assert.AreEqual(
                "200 {'id':'dev-1','app':'SecureEsp','fw_version':'1.2.3','fw_id':'x','application':'Blink','mac':'A0B1C2D3E4F5','arch':'ESP32_S3','uptime':7,'ram_size':8000000,"
                + "'ram_free':100,'ram_min_free':50,'fs_size':null,'fs_free':null,'wifi':{'sta_ip':'10.0.0.2','ap_ip':'','status':'got ip','ssid':'net'}}",
                new TestServer().Call("Sys.GetInfo", ""));
        }

        [TestMethod]
        [DataRow("-1")]
        [DataRow("60001")]
        [DataRow("1.5")]
        [DataRow("'5'")]
        public void A_delay_has_a_range(string delay)
        {
            var server = new TestServer();
            Assert.AreEqual("500 {'code':400,'message':'delay_ms must be a whole number from 0 to 60000'}", server.Call("Sys.Reboot", "{'delay_ms':" + delay + "}"));
            Assert.AreEqual(-1, server.System.RebootMs);
        }

        [TestMethod]
        public void Networks_are_listed()
        {
            Assert.AreEqual("200 [{'ssid':'a \\'net\\'','bssid':'00:11:22:33:44:55','rssi':-40}]", new TestServer().Call("Wifi.Scan", ""));
        }
    }
}
