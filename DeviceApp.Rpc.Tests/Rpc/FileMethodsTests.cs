using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Formats;
using SecureEsp.DeviceApp.Rpc;

namespace SecureEsp.DeviceApp.Tests.Rpc
{
    [TestClass]
    public class FileMethodsTests
    {
        private const string Reserved = "con_XB1_0.sys|con_XD1_0.sys|CON_xd1_0.SYS|settings.txt|application.txt|settings-a.bin|Settings.TXT|update-keys.cbor|update-a.bin|slot-a.bundle|slot-b.keys"
            + "|device.key|device.key.pem|www/server.KEY|a.p12|a.pfx|payload-keys.txt|presence.txt|trial.txt|con_spare|spare.sys|other.pem|trusted.der|Trusted.DER|www/own.der|device.key.old";

        [TestMethod]
        public void Reserved_files_are_not_listed()
        {
            foreach (var name in Reserved.Split('|'))
            {
                var server = new TestServer();
                server.Files.Put(name, "secret");
                server.Files.Put("a.txt", "x");
                Assert.AreEqual("200 ['a.txt']", server.Call("FS.List", "{'path':'/'}"), name);
                Assert.AreEqual("200 [{'name':'a.txt','size':1}]", server.Call("FS.ListExt", ""), name);
                Assert.AreEqual("200 []", server.Call("FS.List", "{'path':'www'}"), name);
            }
        }

        [TestMethod]
        public void Reserved_files_are_neither_read_nor_changed()
        {
            foreach (var name in Reserved.Split('|'))
            {
                var server = new TestServer();
                server.Files.Put(name, "secret");
                server.Files.Put("a.txt", "x");
                Assert.AreEqual("500 {'code':400,'message':'failed to open file \\'" + name + "\\''}", server.Call("FS.Get", "{'filename':'" + name + "'}"));
                Assert.AreEqual("500 {'code':400,'message':'failed to open file \\'/" + name + "\\''}", server.Call("FS.Put", "{'filename':'/" + name + "','data':'eA=='}"));
                Assert.AreEqual("500 {'code':500,'message':'remove failed'}", server.Call("FS.Remove", "{'filename':'" + name + "'}"));
                Assert.AreEqual("500 {'code':500,'message':'rename failed'}", server.Call("FS.Rename", "{'src':'" + name + "','dst':'b'}"));
                Assert.AreEqual("500 {'code':500,'message':'rename failed'}", server.Call("FS.Rename", "{'src':'a.txt','dst':'" + name + "'}"));
                Assert.AreEqual("secret", server.Files.Text(name));
            }
        }

        [TestMethod]
        [DataRow("..")]
        [DataRow("../a")]
        [DataRow("a/../b")]
        [DataRow("./a")]
        [DataRow("a//b")]
        [DataRow("//a")]
        [DataRow("I:\\\\a")]
        [DataRow("I:a")]
        [DataRow("www\\\\a")]
        [DataRow("..\\\\a")]
        [DataRow("a\\u0001")]
        [DataRow("a\\n")]
        [DataRow("a.")]
        [DataRow("settings.txt.")]
        [DataRow("settings.txt ")]
        [DataRow(" settings.txt")]
        [DataRow("\u00fc")]
        [DataRow("a*")]
        [DataRow("a?")]
        [DataRow("a\\\"")]
        [DataRow("a<")]
        [DataRow("a>")]
        [DataRow("a|")]
        [DataRow("a//")]
        [DataRow("a/b/c/d/e")]
        public void No_path_leads_anywhere_else(string path)
        {
            var server = new TestServer();
            Assert.IsTrue(server.Call("FS.Get", "{'filename':'" + path + "'}").StartsWith("500 {'code':400,'message':'failed to open file "));
            Assert.IsTrue(server.Call("FS.Put", "{'filename':'" + path + "','data':'eA=='}").StartsWith("500 {'code':400,'message':'failed to open file "));
            Assert.AreEqual("500 {'code':400,'message':'illegal path'}", server.Call("FS.List", "{'path':'" + path + "'}"));
        }

        [TestMethod]
        [DataRow("", "")]
        [DataRow("/", "")]
        [DataRow("a", "a")]
        [DataRow("/a", "a")]
        [DataRow("a/", "a")]
        [DataRow("/www/img/a b.html", "www/img/a b.html")]
        [DataRow(".hidden", ".hidden")]
        public void A_path_has_one_form(string path, string normal)
        {
            Assert.AreEqual(normal, FilePath.Normalise(path));
        }

        [TestMethod]
        public void A_path_has_a_longest_length()
        {
            var longest = new string('a', FilePath.MaxLength);
            Assert.AreEqual(longest, FilePath.Normalise("/" + longest + "/"));
            Assert.IsNull(FilePath.Normalise(longest + "a"));
        }

        [TestMethod]
        public void A_file_is_read_in_chunks()
        {
            var server = new TestServer();
            server.Files["a"] = new byte[1000];
            server.Files["a"][999] = 0xFF;
            Assert.IsTrue(server.Call("FS.Get", "{'filename':'a'}").EndsWith("A','left':488}") || server.Call("FS.Get", "{'filename':'a'}").EndsWith("=','left':488}"));
            Assert.AreEqual("200 {'data':'AP8=','left':0}", server.Call("FS.Get", "{'filename':'a','offset':998,'len':512}"));
            Assert.AreEqual("200 {'data':'AAA=','left':997}", server.Call("FS.Get", "{'filename':'a','offset':1,'len':2}"));
            Assert.AreEqual("200 {'data':'','left':0}", server.Call("FS.Get", "{'filename':'a','offset':1000}"));
            Assert.AreEqual("500 {'code':400,'message':'illegal offset'}", server.Call("FS.Get", "{'filename':'a','offset':1001}"));
            Assert.AreEqual("500 {'code':400,'message':'illegal offset'}", server.Call("FS.Get", "{'filename':'a','offset':-1}"));
        }

        [TestMethod]
        public void A_file_is_written_by_offsets_and_a_repeated_call_changes_nothing()
        {
            var server = new TestServer();
            server.Files.Put("a", "something longer");
            for (var again = 0; again < 2; again++)
            {
                Assert.AreEqual("200 null", server.Call("FS.Put", "{'filename':'a','offset':0,'data':'Zm9v'}"));
            }

            Assert.AreEqual("foo", server.Files.Text("a"));
            for (var again = 0; again < 2; again++)
            {
                Assert.AreEqual("200 null", server.Call("FS.Put", "{'filename':'a','offset':3,'data':'YmFy','append':true}"));
            }

            Assert.AreEqual("foobar", server.Files.Text("a"));
            Assert.AreEqual("500 {'code':400,'message':'illegal offset'}", server.Call("FS.Put", "{'filename':'a','offset':7,'data':'YmFy'}"));
            Assert.AreEqual("500 {'code':400,'message':'illegal offset'}", server.Call("FS.Put", "{'filename':'new','offset':1,'data':'YmFy'}"));
            Assert.IsNull(server.Files.Text("new"));
        }

        [TestMethod]
        public void Without_an_offset_a_file_is_made_anew_or_appended_to()
        {
            var server = new TestServer();
            Assert.AreEqual("200 null", server.Call("FS.Put", "{'filename':'a','data':'Zm9v','append':true}"));
            Assert.AreEqual("200 null", server.Call("FS.Put", "{'filename':'a','data':'YmFy','append':true}"));
            Assert.AreEqual("foobar", server.Files.Text("a"));
            Assert.AreEqual("200 null", server.Call("FS.Put", "{'filename':'/a','data':''}"));
            Assert.AreEqual("", server.Files.Text("a"));
        }

        [TestMethod]
        [DataRow("{'filename':'a'}", "data is required")]
        [DataRow("{'filename':'','data':'Zg=='}", "failed to open file \\'\\'")]
        [DataRow("{'filename':'/','data':'Zg=='}", "failed to open file \\'/\\'")]
        [DataRow("{'filename':'a','data':7}", "data must be base64 of at most 512 bytes")]
        [DataRow("{'filename':'a','data':'Zg'}", "data must be base64 of at most 512 bytes")]
        [DataRow("{'filename':7,'data':'Zg=='}", "filename must be a string of at most 240 bytes")]
        [DataRow("{'filename':'a','data':'Zg==','append':1}", "append must be true or false")]
        public void What_cannot_be_written_is_refused(string arguments, string message)
        {
            var server = new TestServer();
            Assert.AreEqual("500 {'code':400,'message':'" + message + "'}", server.Call("FS.Put", arguments));
            Assert.IsNull(server.Files.Text("a"));
        }

        [TestMethod]
        public void A_chunk_has_at_most_512_bytes()
        {
            var server = new TestServer();
            Assert.AreEqual("200 null", server.Call("FS.Put", "{'filename':'a','data':'" + new string('A', 680) + "AAA='}"));
            Assert.AreEqual(512, server.Files.Length("a"));
            Assert.IsTrue(server.Call("FS.Put", "{'filename':'a','data':'" + new string('A', 684) + "'}").StartsWith("500 {'code':400,"));
            Assert.IsTrue(server.Call("FS.Put", "{'filename':'a','data':'" + new string('A', 2000) + "'}").StartsWith("500 {'code':400,"));
        }

        [TestMethod]
        public void A_slash_in_base64_may_be_escaped()
        {
            var server = new TestServer();
            Assert.AreEqual("200 null", server.Call("FS.Put", "{'filename':'a','data':'\\/\\u002B8='}"));
            Assert.AreEqual((byte)0xFF, server.Files["a"][0]);
            Assert.AreEqual((byte)0xEF, server.Files["a"][1]);
        }

        [TestMethod]
        public void A_full_flash_is_told()
        {
            var server = new TestServer();
            server.Files.Room = 2;
            Assert.AreEqual("500 {'code':500,'message':'the flash is full'}", server.Call("FS.Put", "{'filename':'a','data':'Zm9v'}"));
        }

        [TestMethod]
        public void Files_are_removed_and_renamed()
        {
            var server = new TestServer();
            server.Files.Put("a", "x");
            server.Files.Put("b", "y");
            Assert.AreEqual("200 null", server.Call("FS.Rename", "{'src':'/a','dst':'b'}"));
            Assert.AreEqual("x", server.Files.Text("b"));
            Assert.IsNull(server.Files.Text("a"));
            Assert.AreEqual("200 null", server.Call("FS.Rename", "{'src':'b','dst':'/b'}"));
            Assert.AreEqual("x", server.Files.Text("b"));
            Assert.AreEqual("200 null", server.Call("FS.Remove", "{'filename':'b'}"));
            Assert.AreEqual("500 {'code':500,'message':'remove failed'}", server.Call("FS.Remove", "{'filename':'b'}"));
            Assert.AreEqual("500 {'code':500,'message':'rename failed'}", server.Call("FS.Rename", "{'src':'b','dst':'c'}"));
            Assert.AreEqual("500 {'code':400,'message':'src and dst are required'}", server.Call("FS.Rename", "{'src':'b'}"));
        }
    }
}
