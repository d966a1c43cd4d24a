using nanoFramework.TestFramework;

namespace SecureEsp.DeviceApp.Tests.Rpc
{
    [TestClass]
    public class ConfigMethodsTests
    {
        private const string All = "{'device':{'id':'dev-1'},'mqtt':{'host':'server.test','port':8883},'tls':{'key':'I:\\\\k.pem','key.password':null},'https':{'probe':true}}";

        [TestMethod]
        public void Settings_are_shown_by_section_without_secrets()
        {
            Assert.AreEqual("200 " + All, new TestServer().Call("Config.Get", ""));
            Assert.AreEqual("200 {'host':'server.test','port':8883}", new TestServer().Call("Config.Get", "{'key':'mqtt'}"));
            Assert.AreEqual("200 8883", new TestServer().Call("Config.Get", "{'key':'mqtt.port'}"));
            Assert.AreEqual("200 true", new TestServer().Call("Config.Get", "{'key':'https.probe'}"));
        }

        [TestMethod]
        [DataRow("mqt")]
        [DataRow("mqtt.")]
        [DataRow(".mqtt")]
        [DataRow("mqtt.nope")]
        [DataRow("MQTT")]
        public void An_unknown_key_is_not_found(string key)
        {
            Assert.AreEqual("404 {'code':404,'message':'invalid config key'}", new TestServer().Call("Config.Get", "{'key':'" + key + "'}"));
        }

        [TestMethod]
        public void A_value_is_set_by_its_key()
        {
            var server = new TestServer();
            Assert.AreEqual("200 {'saved':false}", server.Call("Config.Set", "{'key':'mqtt.port','value':1883}"));
            Assert.AreEqual("200 1883", server.Call("Config.Get", "{'key':'mqtt.port'}"));
            Assert.IsNull(server.Settings.Saved);
            Assert.AreEqual("200 {'saved':true}", server.Call("Config.Save", ""));
            Assert.AreEqual("1883", server.Settings.Saved[2]);
            Assert.AreEqual(-1, server.System.RebootMs);
        }

        [TestMethod]
        public void A_word_may_stand_for_a_number_where_the_setting_has_one()
        {
            var server = new TestServer();
            Assert.AreEqual("200 {'saved':false}", server.Call("Config.Set", "{'key':'mqtt.port','value':'none'}"));
            Assert.AreEqual("200 'none'", server.Call("Config.Get", "{'key':'mqtt.port'}"));
            Assert.AreEqual("500 {'code':400,'message':'mqtt.port must be a port'}", server.Call("Config.Set", "{'key':'mqtt.port','value':'many'}"));
        }

        [TestMethod]
        public void Values_are_set_together_however_they_are_nested()
        {
            var server = new TestServer();
            Assert.AreEqual(
                "200 {'saved':true}",
                server.Call("Config.Set", "{'config':{'mqtt':{'host':'b.test'},'tls':{'key':{'password':'new'}},'https.probe':false},'save':true,'reboot':true}"));
            Assert.AreEqual("b.test", server.Settings.Saved[1]);
            Assert.AreEqual("new", server.Settings.Saved[4]);
            Assert.AreEqual("off", server.Settings.Saved[5]);
            Assert.AreEqual(500, server.System.RebootMs);
        }

        [TestMethod]
        public void What_was_shown_can_be_sent_back_and_the_secret_stays()
        {
            var server = new TestServer();
            Assert.AreEqual("200 {'saved':true}", server.Call("Config.Set", "{'config':" + All + ",'save':true}"));
            Assert.AreEqual("secret", server.Settings.Saved[4]);
        }

        [TestMethod]
        public void Null_leaves_a_secret_as_it_is_in_either_form_and_nothing_else()
        {
            var server = new TestServer();
            Assert.AreEqual("200 {'saved':true}", server.Call("Config.Set", "{'key':'tls.key.password','value':null,'save':true}"));
            Assert.AreEqual("secret", server.Settings.Saved[4]);
            Assert.AreEqual("500 {'code':400,'message':'tls.key.password must be a string of at most 512 bytes'}", server.Call("Config.Set", "{'key':'tls.key.password'}"));
            Assert.AreEqual("500 {'code':400,'message':'mqtt.host must be a string of at most 512 bytes'}", server.Call("Config.Set", "{'key':'mqtt.host','value':null}"));
        }

        [TestMethod]
        [DataRow("{'mqtt':{'port':99999}}", "mqtt.port must be a port")]
        [DataRow("{'mqtt':{'port':'8883'}}", "mqtt.port must be a whole number")]
        [DataRow("{'mqtt':{'port':8883.0}}", "mqtt.port must be a whole number")]
        [DataRow("{'mqtt':{'port':null}}", "mqtt.port must be a whole number")]
        [DataRow("{'mqtt':{'host':null}}", "mqtt.host must be a string of at most 512 bytes")]
        [DataRow("{'mqtt':{'host':['a']}}", "mqtt.host must be a string of at most 512 bytes")]
        [DataRow("{'https':{'probe':'on'}}", "https.probe must be true or false")]
        [DataRow("{'mqtt':{'nope':1}}", "unknown key mqtt.nope")]
        [DataRow("{'mqtt':1}", "unknown key mqtt")]
        [DataRow("{'':1}", "unknown key ")]
        [DataRow("{'mqtt.port':1,'mqtt':{'port':2}}", "mqtt.port stands twice")]
        public void One_bad_value_and_none_is_set(string bad, string message)
        {
            var server = new TestServer();
            Assert.AreEqual(
                "500 {'code':400,'message':'" + message + "'}", server.Call("Config.Set", "{'config':{'device':{'id':'changed'},'tls.key':'I:\\\\x'," + bad.Substring(1) + ",'save':true,'reboot':true}"));
            Assert.AreEqual("200 " + All, server.Call("Config.Get", ""));
            Assert.IsNull(server.Settings.Saved);
            Assert.AreEqual(-1, server.System.RebootMs);
        }

        [TestMethod]
        [DataRow("{}")]
        [DataRow("{'config':{},'key':'mqtt.port','value':1}")]
        [DataRow("{'config':[]}")]
        [DataRow("{'config':'x'}")]
        public void It_must_be_clear_what_is_meant(string arguments)
        {
            Assert.AreEqual("500 {'code':400,'message':'either config, an object, or key and value are needed'}", new TestServer().Call("Config.Set", arguments));
        }

        [TestMethod]
        public void What_cannot_be_kept_is_not_promised()
        {
            var server = new TestServer();
            Assert.AreEqual("500 {'code':400,'message':'reboot without save would lose what is set'}", server.Call("Config.Set", "{'config':{},'reboot':true}"));
            Assert.IsTrue(server.Call("Config.Set", "{'config':{},'try_once':true,'save':true}").StartsWith("500 {'code':400,'message':'try_once is not there"));
            server.Settings.IsBroken = true;
            Assert.AreEqual("500 {'code':500,'message':'InvalidOperationException: the flash is broken'}", server.Call("Config.Set", "{'config':{},'save':true,'reboot':true}"));
            Assert.AreEqual(-1, server.System.RebootMs);
        }
    }
}
