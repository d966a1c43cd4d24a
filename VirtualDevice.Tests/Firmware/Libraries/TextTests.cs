using System;
using System.Text;
using nanoFramework.TestFramework;

namespace Libraries
{
    /// <summary>
    /// nanoframework/nanoFramework.System.Text, Text/StringBuilder.cs, UTF8Encoding.cs; nf-interpreter,
    /// nf_system_text_System_Text_UTF8Encoding.cpp.
    /// </summary>
    [TestClass]
    public class TextTests
    {
        [TestMethod]
        public static void Utf8_goes_both_ways()
        {
            string text = "aä€𝄞z";
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            CollectionAssert.AreEqual(new byte[] { 0x61, 0xC3, 0xA4, 0xE2, 0x82, 0xAC, 0xF0, 0x9D, 0x84, 0x9E, 0x7A }, bytes);
            Assert.AreEqual(text, Encoding.UTF8.GetString(bytes, 0, bytes.Length));
        }

        [TestMethod]
        public static void Text_from_bytes_ends_at_a_NUL()
        {
            Assert.AreEqual("ab", Encoding.UTF8.GetString(new byte[] { 0x61, 0x62, 0, 0x63 }, 0, 4));
            Assert.AreEqual(1, Encoding.UTF8.GetBytes("a\0b").Length);
        }

        [TestMethod]
        public static void Bytes_that_are_no_UTF8_give_the_replacement_character()
        {
            Assert.AreEqual("a\uFFFDb", Encoding.UTF8.GetString(new byte[] { 0x61, 0xFF, 0x62 }, 0, 3));
            Assert.AreEqual("a\uFFFD", Encoding.UTF8.GetString(new byte[] { 0x61, 0xE2, 0x82 }, 0, 3));
        }

        [TestMethod]
        public static void A_decoder_leaves_an_incomplete_character_to_the_next_call()
        {
            Decoder decoder = Encoding.UTF8.GetDecoder();
            char[] chars = new char[4];
            decoder.Convert(new byte[] { 0x61, 0xE2, 0x82 }, 0, 3, chars, 0, 4, false, out int bytesUsed, out int charsUsed, out bool completed);
            Assert.AreEqual(1, bytesUsed);
            Assert.AreEqual(1, charsUsed);
            Assert.IsFalse(completed);
            decoder.Convert(new byte[] { 0xE2, 0x82, 0xAC }, 0, 3, chars, 1, 3, false, out bytesUsed, out charsUsed, out completed);
            Assert.AreEqual(3, bytesUsed);
            Assert.AreEqual('€', chars[1]);
            Assert.IsTrue(completed);
        }

        [TestMethod]
        public static void A_decoder_stores_no_more_than_it_is_allowed()
        {
            Decoder decoder = Encoding.UTF8.GetDecoder();
            char[] chars = new char[2];
            decoder.Convert(new byte[] { 0x61, 0x62, 0x63 }, 0, 3, chars, 0, 2, false, out int bytesUsed, out int charsUsed, out bool completed);
            Assert.AreEqual(2, bytesUsed);
            Assert.AreEqual(2, charsUsed);
            Assert.IsFalse(completed);
            Assert.ThrowsException(typeof(ArgumentException), () => decoder.Convert(new byte[1], 0, 2, chars, 0, 1, false, out _, out _, out _));
        }

        [TestMethod]
        public static void GetBytes_into_an_array_checks_its_room()
        {
            byte[] room = new byte[3];
            Assert.AreEqual(2, Encoding.UTF8.GetBytes("abc", 1, 2, room, 1));
            Assert.AreEqual((byte)'c', room[2]);
            Assert.ThrowsException(typeof(ArgumentOutOfRangeException), () => Encoding.UTF8.GetBytes("abc", 0, 3, room, 1));
            Assert.ThrowsException(typeof(NullReferenceException), () => Encoding.UTF8.GetBytes(null));
        }

        [TestMethod]
        public static void StringBuilder_appends_inserts_removes_and_replaces()
        {
            StringBuilder text = new StringBuilder();
            text.Append("one ").Append(2).Append(' ').Append(true).Append((object)null).Append('x', 3).AppendLine();
            Assert.AreEqual("one 2 Truexxx\r\n", text.ToString());
            text.Insert(0, "ab", 2).Remove(4, 4).Replace("x", "yy").Replace('b', 'B');
            Assert.AreEqual("aBaB2 Trueyyyyyy\r\n", text.ToString());
            Assert.AreEqual("Tru", text.ToString(6, 3));
            text.Length = 2;
            Assert.AreEqual("aB", text.ToString());
            Assert.AreEqual('B', text[1]);
        }

        [TestMethod]
        public static void StringBuilder_refuses_more_than_its_limit()
        {
            StringBuilder text = new StringBuilder(2, 4);
            text.Append("abcd");
            Assert.AreEqual(4, text.MaxCapacity);
            Assert.ThrowsException(typeof(ArgumentOutOfRangeException), () => text.Append('e'));
            Assert.ThrowsException(typeof(OutOfMemoryException), () => text.Insert(0, "z", 1));
            Assert.ThrowsException(typeof(IndexOutOfRangeException), () => text[4].ToString());
            Assert.AreEqual(32767, new StringBuilder("x").MaxCapacity);
        }
    }
}
