using System.Text;
using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Storage;

namespace SecureEsp.DeviceApp.Provisioning.Tests
{
    [TestClass]
    public class FormTests
    {
        private const string Network = "code=2345-WXYZ&ssid=HomeNet&password=secret12";

        [TestMethod]
        public void A_whole_form_is_understood()
        {
            var form = Read("code=2345-WXYZ&ssid=my+net+%C3%BC&password=a%26b%3Dc%2B+%25&https=server.test%3A8443&mqtt=broker.test"
                + "&update=https%3A%2F%2Fupdates.test%2Fx&time=1790000000");
            Assert.IsNull(form.Problem);
            Assert.AreEqual("2345-WXYZ", form.Code);
            Assert.AreEqual("my net \u00FC", form.Credentials.Ssid);
            Assert.AreEqual("a&b=c+ %", form.Credentials.Password);
            Assert.AreEqual("https.host=server.test\nhttps.port=8443\nmqtt.host=broker.test\nmqtt.port=8883\nupdate.url=https://updates.test/x\n", form.Settings);
            Assert.IsTrue(form.Time == 1790000000);
        }

        [TestMethod]
        public void What_is_left_empty_stays_as_it_is()
        {
            var form = Read(Network + "&https=&mqtt=&update=&time=");
            Assert.IsNull(form.Problem);
            Assert.AreEqual("", form.Settings);
            Assert.IsTrue(form.Time == 0);
        }

        [DataRow("ssid=HomeNet&ssid=Other&password=secret12")]
        [DataRow("unknown=1")]
        [DataRow("ssid=%4")]
        [DataRow("ssid=%zz")]
        [DataRow("ssid=%C3")]
        [DataRow("ssid=%FF%FE")]
        [DataRow("ssid=Home%0ANet&password=secret12")]
        [DataRow("=x")]
        [DataRow("ssid=a&&password=secret12")]
        [DataRow("time=12")]
        [DataRow("time=179000000x")]
        [DataRow("time=-179000000")]
        [DataRow("time=17900000000")]
        public void What_our_page_never_sends_is_no_form(string body)
        {
            Assert.IsNull(Read(body), body);
        }

        [DataRow("ssid=HomeNet&password=short")]
        [DataRow("ssid=&password=secret12")]
        [DataRow("ssid=HomeNet")]
        [DataRow("ssid=a-name-of-more-than-thirty-two-bytes&password=secret12")]
        [DataRow("ssid=HomeNet&password=secret12%0A")]
        [DataRow("ssid=HomeNet&password=secret12&https=a/b")]
        [DataRow("ssid=HomeNet&password=secret12&https=server.test:0")]
        [DataRow("ssid=HomeNet&password=secret12&https=server.test:8443:1")]
        [DataRow("ssid=HomeNet&password=secret12&mqtt=server.test%0Adevice.id=x")]
        [DataRow("ssid=HomeNet&password=secret12&update=http://updates.test/")]
        public void Values_that_cannot_work_are_named_and_not_tried(string body)
        {
            var form = Read(body);
            Assert.IsNotNull(form.Problem, body);
            Assert.IsTrue(form.Problem.IndexOf("secret12") < 0, form.Problem);
        }

        [TestMethod]
        public void A_trial_changes_what_was_entered_and_nothing_else()
        {
            var form = Read(Network + "&https=new.test");
            var settings = new DeviceSettings { DeviceId = "one", MqttHost = "old.test" };
            var trial = new Trial(form.Credentials, form.Settings, 0);
            trial.ApplyTo(settings);
            Assert.AreEqual("new.test", settings.HttpsHost);
            Assert.AreEqual("old.test", settings.MqttHost);
            Assert.AreEqual("one", settings.DeviceId);
            Assert.IsTrue(trial.ChangesEndpoint && !trial.ChangesBroker);
        }

        [TestMethod]
        public void Markup_in_a_value_is_text_on_the_page()
        {
            var page = ProvisioningPage.Ask(new DeviceSettings(), "<script>alert('\"&')</script>");
            Assert.IsTrue(page.IndexOf("&lt;script&gt;alert(&#39;&quot;&amp;&#39;)&lt;/script&gt;") >= 0, page);
            Assert.IsTrue(ProvisioningPage.Trying("id", "<b>").IndexOf("<b>&lt;b&gt;</b>") >= 0);
        }

        private static ProvisioningForm Read(string body)
        {
            var bytes = Encoding.UTF8.GetBytes(body);
            return ProvisioningForm.Read(bytes, bytes.Length);
        }
    }
}
