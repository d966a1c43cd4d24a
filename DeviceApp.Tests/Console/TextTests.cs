using System.Text;
using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Console;
using SecureEsp.DeviceApp.Formats;

namespace SecureEsp.DeviceApp.Tests.Console
{
    [TestClass]
    public class TextTests
    {
        [TestMethod]
        public void Terminal_escapes_do_not_reach_the_terminal()
        {
            Assert.AreEqual("a.[2Jb..", PrintableText.Of("a\u001b[2Jb\r\n"));
            Assert.AreEqual("a.b", PrintableText.Of("a\u009bb"));
        }

        [TestMethod]
        public void Readable_text_stays_as_it_is()
        {
            Assert.AreEqual("K\u00fcche (^_^)", PrintableText.Of("K\u00fcche (^_^)"));
        }

        [TestMethod]
        public void A_payload_is_shown_up_to_a_limit()
        {
            Assert.AreEqual("hel...", PrintableText.OfBytes(Encoding.UTF8.GetBytes("hello"), 3));
            Assert.AreEqual("hello", PrintableText.OfBytes(Encoding.UTF8.GetBytes("hello"), 5));
            Assert.AreEqual(".x", PrintableText.OfBytes(new byte[] { 0, (byte)'x' }, 5));
        }

        [TestMethod]
        public void A_body_keeps_its_lines_and_loses_its_escapes()
        {
            var from = Encoding.UTF8.GetBytes("<h1>\u001b[1m\t\r\n\u0001");
            var to = new byte[from.Length];
            byte previous = 0;
            PrintableText.Copy(from, 0, to, from.Length, ref previous);
            Assert.AreEqual("<h1>.[1m\t\r\n.", Encoding.UTF8.GetString(to, 0, to.Length));
        }

        [TestMethod]
        public void A_control_character_in_two_bytes_is_found_when_a_body_is_split_in_it()
        {
            var to = new byte[4];
            byte previous = 0;
            PrintableText.Copy(new byte[] { 0xC3, 0xBC, 0xC2 }, 0, to, 3, ref previous);
            Assert.IsTrue(to[0] == 0xC3 && to[1] == 0xBC);
            PrintableText.Copy(new byte[] { 0x9B, 0xC2, 0xA7 }, 0, to, 3, ref previous);
            Assert.IsTrue(to[0] == (byte)'.' && to[1] == 0xC2 && to[2] == 0xA7);
        }

        [TestMethod]
        public void Text_in_many_scripts_is_UTF_8()
        {
            var bytes = Encoding.UTF8.GetBytes("a\u00fc\u20ac\ud83d\ude00");
            Assert.IsTrue(Utf8.IsValid(bytes, bytes.Length));
            Assert.IsFalse(Utf8.IsValid(bytes, bytes.Length - 1));
        }

        [DataRow(0xC0, 0x80, 0x20)]
        [DataRow(0x80, 0x20, 0x20)]
        [DataRow(0xE0, 0x80, 0x80)]
        [DataRow(0xED, 0xA0, 0x80)]
        [DataRow(0xF4, 0x90, 0x80)]
        [DataRow(0xFF, 0x20, 0x20)]
        [TestMethod]
        public void Forged_UTF_8_is_refused(int a, int b, int c)
        {
            Assert.IsFalse(Utf8.IsValid(new[] { (byte)a, (byte)b, (byte)c }, 3));
        }
    }
}
