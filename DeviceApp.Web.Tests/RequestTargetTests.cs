using System.Text;
using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Web;

namespace SecureEsp.DeviceApp.Web.Tests
{
    [TestClass]
    public class RequestTargetTests
    {
        [DataRow("/", "/")]
        [DataRow("/index.html", "/index.html")]
        [DataRow("/a%20b/%C3%A4.txt", "/a b/ä.txt")]
        [DataRow("/%41%7e", "/A~")]
        [DataRow("/...", "/...")]
        [DataRow("/.well-known/x", "/.well-known/x")]
        [DataRow("/a..b/", "/a..b/")]
        [DataRow("//", "//")]
        [DataRow("/%2525", "/%25")]
        [TestMethod]
        public void A_path_is_decoded_once(string target, string path)
        {
            var read = new RequestTarget();
            Assert.AreEqual(0, Status(read, target));
            Assert.AreEqual(path, read.Path);
            Assert.IsNull(read.Query);
        }

        [DataRow("/..")]
        [DataRow("/.")]
        [DataRow("/../secret")]
        [DataRow("/a/../b")]
        [DataRow("/a/./b")]
        [DataRow("/a/..")]
        [DataRow("/%2e%2e/secret")]
        [DataRow("/.%2E/secret")]
        [DataRow("/a%2fb")]
        [DataRow("/a%5Cb")]
        [DataRow("/a\\..\\b")]
        [DataRow("/%00")]
        [DataRow("/a%0d%0ab")]
        [DataRow("/%7f")]
        [DataRow("/%")]
        [DataRow("/%4")]
        [DataRow("/%zz")]
        [DataRow("/%-1")]
        [DataRow("/%C3")]
        [DataRow("/%C0%AF")]
        [DataRow("/%ED%A0%80")]
        [DataRow("/%F4%90%80%80")]
        [DataRow("/a#b")]
        [DataRow("/a b")]
        [DataRow("/?a b")]
        [DataRow("/?a\tb")]
        [DataRow("/?a\u007f")]
        [DataRow("/?\u00E4")]
        [DataRow("/\u00E4")]
        [DataRow("*")]
        [DataRow("a/b")]
        [DataRow("https://")]
        [DataRow("https://host")]
        [DataRow("ftp://host/")]
        [DataRow("?x")]
        [TestMethod]
        public void What_leads_elsewhere_or_reads_two_ways_is_refused(string target)
        {
            Assert.AreEqual(400, Status(new RequestTarget(), target));
        }

        [TestMethod]
        public void A_query_stays_as_it_came()
        {
            var read = new RequestTarget();
            Assert.AreEqual(0, Status(read, "/rpc/FS.List?path=%22/../%22&x?"));
            Assert.AreEqual("/rpc/FS.List", read.Path);
            Assert.AreEqual("path=%22/../%22&x?", read.Query);
            Assert.AreEqual(0, Status(read, "/a?"));
            Assert.AreEqual("", read.Query);
        }

        [TestMethod]
        public void The_absolute_form_tells_its_authority()
        {
            var read = new RequestTarget();
            Assert.AreEqual(0, Status(read, "HTTPS://esp.test:8443/a?b"));
            Assert.AreEqual("esp.test:8443", read.Authority);
            Assert.AreEqual("/a", read.Path);
        }

        private static int Status(RequestTarget target, string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            return target.Read(bytes, 0, bytes.Length);
        }
    }
}
