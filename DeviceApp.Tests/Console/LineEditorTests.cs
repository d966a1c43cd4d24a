using System.Text;
using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Console;

namespace SecureEsp.DeviceApp.Tests.Console
{
    [TestClass]
    public class LineEditorTests
    {
        [DataRow("home secret12\r")]
        [DataRow("home secret12\n")]
        [DataRow("home secret12\r\n")]
        [TestMethod]
        public void Every_kind_of_Enter_submits_once(string typed)
        {
            var editor = new LineEditor();
            Assert.AreEqual(1, Submissions(editor, typed, "home secret12"));
        }

        [TestMethod]
        public void Two_returns_are_two_lines()
        {
            Assert.AreEqual(2, Submissions(new LineEditor(), "a\r\r", null));
        }

        [DataRow("abcx\bd\r", "abcd")]
        [DataRow("abcx\u007fd\r", "abcd")]
        [DataRow("\b\bab\r", "ab")]
        [DataRow("\u00fc\bok\r", "ok")]
        [DataRow("\u20ac\bok\r", "ok")]
        [TestMethod]
        public void Backspace_takes_one_character_back(string typed, string line)
        {
            Assert.AreEqual(1, Submissions(new LineEditor(), typed, line));
        }

        [DataRow("wrong\u0015right\r", "right")]
        [DataRow("wrong\u0003right\r", "right")]
        [TestMethod]
        public void Ctrl_U_and_Ctrl_C_start_again(string typed, string line)
        {
            Assert.AreEqual(1, Submissions(new LineEditor(), typed, line));
        }

        [DataRow("ab\u001b[Dcd\r", "abcd")]
        [DataRow("ab\u001b[3~cd\r", "abcd")]
        [DataRow("ab\u001bOPcd\r", "abcd")]
        [TestMethod]
        public void Arrow_and_function_keys_leave_no_trace(string typed, string line)
        {
            Assert.AreEqual(1, Submissions(new LineEditor(), typed, line));
        }

        [TestMethod]
        public void A_line_of_just_the_capacity_is_taken()
        {
            var line = new string('a', LineEditor.Capacity);
            Assert.AreEqual(1, Submissions(new LineEditor(), line + "\r", line));
        }

        [TestMethod]
        public void A_longer_line_is_not_cut_short()
        {
            var editor = new LineEditor();
            Feed(editor, new string('a', LineEditor.Capacity + 1));
            Assert.IsTrue(editor.TooLong);
            Assert.IsTrue(editor.Accept((byte)'\r'));
            Assert.IsNull(editor.Take());
            Assert.AreEqual(1, Submissions(editor, "next\r", "next"));
        }

        [TestMethod]
        public void Bytes_that_are_no_text_are_refused()
        {
            var editor = new LineEditor();
            editor.Accept(0xC3);
            editor.Accept((byte)'(');
            Assert.IsTrue(editor.Accept((byte)'\r'));
            Assert.IsNull(editor.Take());
        }

        [TestMethod]
        public void An_empty_line_is_an_empty_text()
        {
            Assert.AreEqual(1, Submissions(new LineEditor(), "\r", ""));
        }

        private static void Feed(LineEditor editor, string typed)
        {
            var bytes = Encoding.UTF8.GetBytes(typed);
            for (var i = 0; i < bytes.Length; i++)
            {
                editor.Accept(bytes[i]);
            }
        }

        // How many lines were submitted; each must read as expected, where anything is expected.
        private static int Submissions(LineEditor editor, string typed, string expected)
        {
            var bytes = Encoding.UTF8.GetBytes(typed);
            var count = 0;
            for (var i = 0; i < bytes.Length; i++)
            {
                if (editor.Accept(bytes[i]))
                {
                    count++;
                    var line = editor.Take();
                    if (expected != null)
                    {
                        Assert.AreEqual(expected, line);
                    }
                }
            }

            return count;
        }
    }
}
