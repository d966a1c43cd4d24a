using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Formats.Json;

namespace SecureEsp.DeviceApp.Tests.Json
{
    [TestClass]
    public class JsonTokensTests
    {
        [TestMethod]
        public void Values_are_found_by_their_names()
        {
            var json = TestJson.Read(" {'a': [1, {'b': null}, []], 'c' :'d', 'e':true,'f': false, 'g': -7 }\r\n");
            Assert.AreEqual((int)JsonError.None, (int)json.Error);
            Assert.AreEqual((int)JsonKind.Array, (int)json.Kind(json.Find(0, "a")));
            Assert.AreEqual("d", json.Text(json.Find(0, "c"), 10));
            Assert.AreEqual((int)JsonKind.True, (int)json.Kind(json.Find(0, "e")));
            Assert.AreEqual((int)JsonKind.False, (int)json.Kind(json.Find(0, "f")));
            Assert.AreEqual(-7L, Integer(json, json.Find(0, "g")));
            Assert.AreEqual(JsonTokens.None, json.Find(0, "b"));
            Assert.AreEqual((int)JsonKind.Missing, (int)json.Kind(json.Find(0, "h")));
        }

        [TestMethod]
        public void Items_follow_one_another()
        {
            var json = TestJson.Read("[1,[2,3],{'a':4},5]");
            var seen = "";
            for (var item = json.First(0); item < json.After(0); item = json.After(item))
            {
                seen += ((int)json.Kind(item)).ToString();
            }

            Assert.AreEqual("4214", seen);
        }

        [TestMethod]
        [DataRow("", (int)JsonError.Truncated)]
        [DataRow(" \r\n", (int)JsonError.Truncated)]
        [DataRow("{", (int)JsonError.Truncated)]
        [DataRow("{'a'", (int)JsonError.Truncated)]
        [DataRow("{'a':1", (int)JsonError.Truncated)]
        [DataRow("'abc", (int)JsonError.Truncated)]
        [DataRow("'a\\", (int)JsonError.Truncated)]
        [DataRow("'\\u12", (int)JsonError.Truncated)]
        [DataRow("tru", (int)JsonError.Truncated)]
        [DataRow("1 2", (int)JsonError.TrailingBytes)]
        [DataRow("{}}", (int)JsonError.TrailingBytes)]
        [DataRow("[1,]", (int)JsonError.Unexpected)]
        [DataRow("[,1]", (int)JsonError.Unexpected)]
        [DataRow("{'a':1,}", (int)JsonError.Unexpected)]
        [DataRow("{'a' 1}", (int)JsonError.Unexpected)]
        [DataRow("{a:1}", (int)JsonError.Unexpected)]
        [DataRow("[1}", (int)JsonError.Unexpected)]
        [DataRow("True", (int)JsonError.Unexpected)]
        [DataRow("nul1", (int)JsonError.Unexpected)]
        [DataRow("NaN", (int)JsonError.Unexpected)]
        [DataRow("/**/1", (int)JsonError.Unexpected)]
        [DataRow("+1", (int)JsonError.Unexpected)]
        [DataRow("\u00a01", (int)JsonError.Unexpected)]
        [DataRow("'a\tb'", (int)JsonError.ControlCharacter)]
        [DataRow("'\\u0000'", (int)JsonError.ControlCharacter)]
        [DataRow("'\\x'", (int)JsonError.BadEscape)]
        [DataRow("'\\u12g4'", (int)JsonError.BadEscape)]
        [DataRow("'\\ud800'", (int)JsonError.LoneSurrogate)]
        [DataRow("'\\ud800x'", (int)JsonError.LoneSurrogate)]
        [DataRow("'\\ud800\\n'", (int)JsonError.LoneSurrogate)]
        [DataRow("'\\ud800\\ud800'", (int)JsonError.LoneSurrogate)]
        [DataRow("'\\udc00\\ud800'", (int)JsonError.LoneSurrogate)]
        [DataRow("'\\udc00'", (int)JsonError.LoneSurrogate)]
        [DataRow("'\\udfff\\udfff'", (int)JsonError.LoneSurrogate)]
        [DataRow("01", (int)JsonError.BadNumber)]
        [DataRow("-", (int)JsonError.BadNumber)]
        [DataRow("-01", (int)JsonError.BadNumber)]
        [DataRow("1.", (int)JsonError.BadNumber)]
        [DataRow("1e", (int)JsonError.BadNumber)]
        [DataRow("1e+", (int)JsonError.BadNumber)]
        [DataRow(".5", (int)JsonError.Unexpected)]
        [DataRow("123456789012345678901", (int)JsonError.NumberTooLong)]
        [DataRow("{'a':1,'a':2}", (int)JsonError.DuplicateName)]
        [DataRow("{'a':1,'b':{},'\\u0061':2}", (int)JsonError.DuplicateName)]
        [DataRow("{'':1,'':2}", (int)JsonError.DuplicateName)]
        [DataRow("{'\u00fc':1,'\\u00fc':2}", (int)JsonError.DuplicateName)]
        [DataRow("{'\ud83d\ude00':1,'\\ud83d\\ude00':2}", (int)JsonError.DuplicateName)]
        [DataRow("[[[[[[[[[1]]]]]]]]]", (int)JsonError.TooDeep)]
        [DataRow("[[[[[[[[1]]]]]]]]", (int)JsonError.None)]
        [DataRow("{'a':{'a':1},'b':{'a':1},'A':1}", (int)JsonError.None)]
        [DataRow("-0.5e-10", (int)JsonError.None)]
        public void What_is_no_JSON_is_refused_with_its_reason(string text, int error)
        {
            var json = TestJson.Read(text);
            Assert.AreEqual(error, (int)json.Error);
            Assert.AreEqual(error == 0, json.Count > 0);
        }

        [TestMethod]
        public void Bytes_that_are_no_UTF_8_are_refused()
        {
            var json = new JsonTokens();
            var overLong = new byte[] { (byte)'"', 0xC0, 0xAF, (byte)'"' };
            var surrogate = new byte[] { (byte)'"', 0xED, 0xA0, 0x80, (byte)'"' };
            Assert.IsFalse(json.Read(overLong, 0, overLong.Length));
            Assert.AreEqual((int)JsonError.BadUtf8, (int)json.Error);
            Assert.IsFalse(json.Read(surrogate, 0, surrogate.Length));
            Assert.AreEqual((int)JsonError.BadUtf8, (int)json.Error);
        }

        [TestMethod]
        public void There_are_as_many_values_as_the_table_holds()
        {
            var most = "[1";
            for (var i = 2; i < JsonTokens.MaxTokens; i++)
            {
                most += ",1";
            }

            Assert.AreEqual((int)JsonError.None, (int)TestJson.ErrorOf(most + "]"));
            Assert.AreEqual((int)JsonError.TooMany, (int)TestJson.ErrorOf(most + ",1]"));
        }

        [TestMethod]
        [DataRow("0", 0L)]
        [DataRow("-0", 0L)]
        [DataRow("1632114517283", 1632114517283L)]
        [DataRow("9223372036854775807", 9223372036854775807L)]
        [DataRow("-9223372036854775808", -9223372036854775808L)]
        public void Whole_numbers_have_64_bits(string text, long value)
        {
            Assert.AreEqual(value, Integer(TestJson.Read(text), 0));
        }

        [TestMethod]
        [DataRow("9223372036854775808")]
        [DataRow("-9223372036854775809")]
        [DataRow("99999999999999999999")]
        [DataRow("1.0")]
        [DataRow("1e3")]
        [DataRow("'1'")]
        public void Nothing_else_is_a_whole_number(string text)
        {
            long value;
            Assert.IsFalse(TestJson.Read(text).TryInteger(0, long.MinValue, long.MaxValue, out value));
        }

        [TestMethod]
        public void A_number_has_a_range()
        {
            var json = TestJson.Read("10");
            long value;
            Assert.IsTrue(json.TryInteger(0, 10, 10, out value));
            Assert.IsFalse(json.TryInteger(0, 11, 20, out value));
            Assert.IsFalse(json.TryInteger(0, 0, 9, out value));
        }

        [TestMethod]
        public void Escapes_are_resolved()
        {
            var json = TestJson.Read("'\\\\\\/\\b\\f\\n\\r\\t\\u0041\\u00fc\\u20AC\\ud83d\\ude00\u00fc\ud83d\ude00'");
            Assert.AreEqual("\\/\b\f\n\r\tA\u00fc\u20ac\ud83d\ude00\u00fc\ud83d\ude00", json.Text(0, 100));
        }

        [TestMethod]
        public void A_text_has_a_limit_in_bytes()
        {
            Assert.AreEqual("abc", TestJson.Read("'abc'").Text(0, 3));
            Assert.IsNull(TestJson.Read("'abcd'").Text(0, 3));
            Assert.IsNull(TestJson.Read("'\u20ac\u00fc'").Text(0, 4));
            Assert.AreEqual("", TestJson.Read("''").Text(0, 0));
            Assert.IsNull(TestJson.Read("7").Text(0, 3));
        }

        [TestMethod]
        public void A_name_is_found_with_escapes_in_it()
        {
            Assert.AreEqual(2, TestJson.Read("{'m\\u0065thod':'x'}").Find(0, "method"));
            Assert.AreEqual(JsonTokens.None, TestJson.Read("{'methods':'x'}").Find(0, "method"));
            Assert.AreEqual(JsonTokens.None, TestJson.Read("{'metho':'x'}").Find(0, "method"));
        }

        private static long Integer(JsonTokens json, int token)
        {
            long value;
            Assert.IsTrue(json.TryInteger(token, long.MinValue, long.MaxValue, out value));
            return value;
        }
    }
}
