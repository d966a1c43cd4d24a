using nanoFramework.TestFramework;

namespace SecureEsp.DeviceApp.Tests.Rpc
{
    [TestClass]
    public class UpdateMethodsTests
    {
        [TestMethod]
        public void The_boot_state_has_the_names_of_Mongoose_OS()
        {
            Assert.AreEqual("200 {'active_slot':2,'is_committed':false,'revert_slot':1,'commit_timeout':90}", new TestServer().Call("OTA.GetBootState", ""));
            Assert.AreEqual(
                "200 {'application':'Blink 1.2.3 from slot B','version':'1.2.3','is_committed':false,'is_running':true,'failure':''}", new TestServer().Call("Update.Status", ""));
        }

        [TestMethod]
        public void An_update_is_looked_for_at_the_usual_or_another_place()
        {
            var server = new TestServer();
            Assert.AreEqual("200 null", server.Call("OTA.Update", ""));
            Assert.AreEqual("200 null", server.Call("OTA.Update", "{'url':'https://u.test/x','commit_timeout':90}"));
            Assert.AreEqual("200 null", server.Call("Update.Run", "{'url':''}"));
            Assert.AreEqual("look -\nlook https://u.test/x\nlook -\n", server.Updates.Done);
        }

        [TestMethod]
        public void Another_time_for_a_trial_is_refused_rather_than_ignored()
        {
            var server = new TestServer();
            Assert.AreEqual("500 {'code':400,'message':'commit_timeout is 90, the setting update.confirm'}", server.Call("OTA.Update", "{'commit_timeout':300}"));
            Assert.AreEqual("", server.Updates.Done);
        }

        [TestMethod]
        public void A_trial_is_committed_or_reverted()
        {
            var server = new TestServer();
            Assert.AreEqual("200 null", server.Call("OTA.Commit", ""));
            Assert.AreEqual("200 null", server.Call("Update.Commit", ""));
            Assert.AreEqual("500 {'code':500,'message':'nothing to go back from'}", server.Call("OTA.Revert", ""));
            Assert.AreEqual("commit\ncommit\n", server.Updates.Done);
        }
    }
}
