using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Storage;

namespace SecureEsp.DeviceApp.Tests.Storage
{
    [TestClass]
    public class SettingsParserTests
    {
        [TestMethod]
        public void Every_key_is_taken()
        {
            var settings = new DeviceSettings();
            var parser = new SettingsParser();
            parser.Apply(
                "device.id=esp-07\nhttps.host=web.test\nhttps.port=8443\nhttps.path=/a?b=c\nhttps.probe=off\n"
                + "mqtt.host=broker.test\nmqtt.port=18883\ntls.version=1.2\ntime.server=10.0.0.1\nblink.pin=48\n"
                + "tls.certificate=I:\\c.pem\ntls.key=I:\\k.pem\ntls.key.password=a = b\n",
                settings);
            Assert.AreEqual(0, parser.Problems.Count);
            Assert.AreEqual(13, parser.Taken);
            Assert.AreEqual("esp-07", settings.DeviceId);
            Assert.AreEqual("web.test", settings.HttpsHost);
            Assert.AreEqual(8443, settings.HttpsPort);
            Assert.AreEqual("/a?b=c", settings.HttpsPath);
            Assert.IsFalse(settings.HttpsProbe);
            Assert.AreEqual("broker.test", settings.MqttHost);
            Assert.AreEqual(18883, settings.MqttPort);
            Assert.IsFalse(settings.Tls13);
            Assert.AreEqual("10.0.0.1", settings.TimeServer);
            Assert.AreEqual(48, settings.BlinkPin);
            Assert.AreEqual("I:\\c.pem", settings.CertificateFile);
            Assert.AreEqual("I:\\k.pem", settings.KeyFile);
            Assert.AreEqual("a = b", settings.KeyPassword);
        }

        [TestMethod]
        public void Comments_blank_lines_spaces_and_Windows_line_ends_are_fine()
        {
            var settings = new DeviceSettings();
            var parser = new SettingsParser();
            parser.Apply("\uFEFF# the lab\r\n\r\n  mqtt.port = 8884  \r\n", settings);
            Assert.AreEqual(0, parser.Problems.Count);
            Assert.AreEqual(8884, settings.MqttPort);
        }

        [DataRow("mqtt.port=0")]
        [DataRow("mqtt.port=65536")]
        [DataRow("mqtt.port=500abc")]
        [DataRow("mqtt.port=-1")]
        [DataRow("mqtt.port=99999999999")]
        [DataRow("mqtt.port=")]
        [DataRow("tls.version=1.1")]
        [DataRow("tls.version=1.4")]
        [DataRow("https.path=index.html")]
        [DataRow("https.path=/a b")]
        [DataRow("https.host=a/b")]
        [DataRow("https.host=")]
        [DataRow("https.probe=maybe")]
        [DataRow("device.id=a/b")]
        [DataRow("device.id=#")]
        [DataRow("blink.pin=49")]
        [DataRow("tls.key=k.pem")]
        [DataRow("tls.key=I:\\..\\k.pem")]
        [DataRow("tls.key=I:\\\\k.pem")]
        [DataRow("tls.key=I:\\a/k.pem")]
        [DataRow("http.ssl_key=../k.pem")]
        [DataRow("tls.certificate=I:\\")]
        [TestMethod]
        public void A_value_out_of_range_is_named_and_the_default_is_kept(string line)
        {
            var settings = new DeviceSettings();
            var parser = new SettingsParser();
            parser.Apply("# first\n" + line, settings);
            Assert.AreEqual(0, parser.Taken);
            Assert.AreEqual(1, parser.Problems.Count);
            var problem = (string)parser.Problems[0];
            Assert.IsTrue(problem.IndexOf("line 2: " + line) == 0, problem);
            Assert.IsTrue(problem.IndexOf("must be") > 0, problem);
            Assert.AreEqual(8883, settings.MqttPort);
            Assert.IsTrue(settings.Tls13);
            Assert.AreEqual("/", settings.HttpsPath);
            Assert.AreEqual("secure-esp", settings.DeviceId);
        }

        [TestMethod]
        public void An_unknown_key_is_named()
        {
            Assert.AreEqual("line 1: unknown key mqtt.prot, ignored", OnlyProblem("mqtt.prot=1"));
        }

        [TestMethod]
        public void A_key_that_stands_twice_keeps_its_first_value()
        {
            var settings = new DeviceSettings();
            var parser = new SettingsParser();
            parser.Apply("mqtt.port=1\nmqtt.port=2", settings);
            Assert.AreEqual(1, settings.MqttPort);
            Assert.AreEqual("line 2: key mqtt.port stands twice, the first one is kept", (string)parser.Problems[0]);
        }

        [DataRow("nonsense")]
        [DataRow("=5")]
        [TestMethod]
        public void A_line_without_a_key_is_named(string line)
        {
            Assert.AreEqual("line 1: no key=value: \"" + line + "\", ignored", OnlyProblem(line));
        }

        [TestMethod]
        public void Remarks_are_bounded()
        {
            var text = "";
            for (var i = 0; i < 40; i++)
            {
                text += "x" + i.ToString() + "=1\n";
            }

            var parser = new SettingsParser();
            parser.Apply(text, new DeviceSettings());
            Assert.AreEqual(16, parser.Problems.Count);
        }

        [DataRow("tls.key.password=hush\u00E4hush")]
        [DataRow("tls.key.password hush")]
        [DataRow("tls.key.password: hush=hush")]
        [DataRow("TLS.Key.PassWord=hush")]
        [TestMethod]
        public void A_password_is_not_shown_where_its_line_is_refused(string line)
        {
            var problem = OnlyProblem(line);
            Assert.IsTrue(problem.IndexOf("hush") < 0, problem);
            Assert.IsTrue(problem.IndexOf("(not shown)") > 0, problem);
        }

        private static string OnlyProblem(string text)
        {
            var parser = new SettingsParser();
            parser.Apply(text, new DeviceSettings());
            Assert.AreEqual(1, parser.Problems.Count);
            return (string)parser.Problems[0];
        }
    }
}
