using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    [TestClass]
    public class CborReaderTests
    {
        [DataRow("00", 0L)]
        [DataRow("17", 23L)]
        [DataRow("18 18", 24L)]
        [DataRow("18 FF", 255L)]
        [DataRow("19 01 00", 256L)]
        [DataRow("19 FF FF", 65535L)]
        [DataRow("1A 00 01 00 00", 65536L)]
        [DataRow("1A FF FF FF FF", 4294967295L)]
        [DataRow("1B 00 00 00 01 00 00 00 00", 4294967296L)]
        [DataRow("1B 7F FF FF FF FF FF FF FF", 9223372036854775807L)]
        [TestMethod]
        public void A_number_is_read_in_its_shortest_form(string hex, long expected)
        {
            var reader = Reader(hex);
            Assert.IsTrue(reader.Number(0, long.MaxValue) == expected);
            reader.End();
            Assert.AreEqual(0, (int)reader.Error);
        }

        [DataRow("18 17")]
        [DataRow("18 00")]
        [DataRow("19 00 FF")]
        [DataRow("1A 00 00 FF FF")]
        [DataRow("1B 00 00 00 00 FF FF FF FF")]
        [DataRow("1C 00")]
        [DataRow("1D 00")]
        [DataRow("1E 00")]
        [DataRow("1F 00")]
        [TestMethod]
        public void Any_other_form_of_it_is_refused(string hex)
        {
            var reader = Reader(hex);
            reader.Number(0, long.MaxValue);
            Assert.AreEqual((int)CborError.NotDeterministic, (int)reader.Error);
        }

        [DataRow("1B 80 00 00 00 00 00 00 00", 0L, 9223372036854775807L)]
        [DataRow("1B FF FF FF FF FF FF FF FF", 0L, 9223372036854775807L)]
        [DataRow("18 65", 0L, 100L)]
        [DataRow("02", 3L, 100L)]
        [TestMethod]
        public void A_number_outside_its_limits_is_refused(string hex, long least, long most)
        {
            var reader = Reader(hex);
            Assert.IsTrue(reader.Number(least, most) == 0);
            Assert.AreEqual((int)CborError.OutOfRange, (int)reader.Error);
        }

        [DataRow("20", "a negative number")]
        [DataRow("40", "a byte string")]
        [DataRow("60", "text")]
        [DataRow("80", "an array")]
        [DataRow("A0", "a map")]
        [DataRow("C1 00", "a tag")]
        [DataRow("F5", "true")]
        [DataRow("F6", "null")]
        [DataRow("F9 00 00", "a float")]
        [DataRow("FF", "a break")]
        [TestMethod]
        public void Only_a_number_is_a_number(string hex, string what)
        {
            var reader = Reader(hex);
            reader.Number(0, long.MaxValue);
            Assert.AreEqual((int)CborError.WrongType, (int)reader.Error, what);
        }

        [TestMethod]
        public void An_indefinite_length_is_refused()
        {
            var bytes = Reader("5F 41 00 FF");
            bytes.Bytes(0, 10);
            Assert.AreEqual((int)CborError.NotDeterministic, (int)bytes.Error);
            var text = Reader("7F 61 61 FF");
            text.Text(10);
            Assert.AreEqual((int)CborError.NotDeterministic, (int)text.Error);
            var array = Reader("9F 00 FF");
            array.Array(0, 10);
            Assert.AreEqual((int)CborError.NotDeterministic, (int)array.Error);
            var map = Reader("BF 01 00 FF");
            map.Map(0, 10);
            Assert.AreEqual((int)CborError.NotDeterministic, (int)map.Error);
        }

        [DataRow("42 01")]
        [DataRow("58")]
        [DataRow("58 20 01 02")]
        [DataRow("59 01")]
        [DataRow("")]
        [TestMethod]
        public void What_ends_within_an_item_is_truncated(string hex)
        {
            var reader = Reader(hex);
            Assert.AreEqual(0, reader.Bytes(0, 100));
            Assert.AreEqual((int)CborError.Truncated, (int)reader.Error);
        }

        [DataRow("5B FF FF FF FF FF FF FF FF")]
        [DataRow("5A 7F FF FF FF")]
        [DataRow("5A FF FF FF FF")]
        [DataRow("58 65")]
        [TestMethod]
        public void Endless_data_is_refused_by_its_length(string hex)
        {
            var reader = Reader(hex);
            Assert.AreEqual(0, reader.Bytes(0, 100));
            Assert.AreEqual((int)CborError.OutOfRange, (int)reader.Error);
        }

        [DataRow("9B FF FF FF FF FF FF FF FF")]
        [DataRow("9A 7F FF FF FF")]
        [DataRow("80")]
        [DataRow("85")]
        [TestMethod]
        public void A_count_outside_its_limits_is_refused(string hex)
        {
            var reader = Reader(hex);
            Assert.AreEqual(0, reader.Array(1, 4));
            Assert.AreEqual((int)CborError.OutOfRange, (int)reader.Error);
        }

        [DataRow("61 61", "a")]
        [DataRow("62 C3 A4", "\u00E4")]
        [DataRow("63 E2 82 AC", "\u20AC")]
        [DataRow("62 C2 A0", "\u00A0")]
        [TestMethod]
        public void Text_is_read(string hex, string expected)
        {
            var reader = Reader(hex);
            Assert.AreEqual(expected, reader.Text(4));
            Assert.AreEqual(0, (int)reader.Error);
        }

        [DataRow("61 FF")]
        [DataRow("62 C0 80")]
        [DataRow("62 C3 28")]
        [DataRow("61 C3")]
        [DataRow("63 ED A0 80")]
        [DataRow("64 F5 80 80 80")]
        [DataRow("61 0A")]
        [DataRow("61 00")]
        [DataRow("61 7F")]
        [DataRow("62 C2 85")]
        [TestMethod]
        public void Text_that_is_not_UTF8_or_has_control_characters_is_refused(string hex)
        {
            var reader = Reader(hex + " 80 80 80");
            Assert.AreEqual("", reader.Text(4));
            Assert.AreEqual((int)CborError.BadText, (int)reader.Error);
        }

        [TestMethod]
        public void Keys_come_in_one_order_only()
        {
            var good = Reader("A2 01 00 02 00");
            good.Map(2, 2);
            good.Key(1);
            good.Number(0, 0);
            good.Key(2);
            good.Number(0, 0);
            good.End();
            Assert.AreEqual(0, (int)good.Error);
            var wrong = Reader("A2 02 00 01 00");
            wrong.Map(2, 2);
            wrong.Key(1);
            Assert.AreEqual((int)CborError.WrongKey, (int)wrong.Error);
        }

        [TestMethod]
        public void The_first_error_stays_and_what_follows_is_nothing()
        {
            var reader = Reader("20 00");
            reader.Number(0, 10);
            Assert.IsTrue(reader.Number(0, 10) == 0);
            Assert.AreEqual("", reader.Text(4));
            Assert.IsNull(reader.Copy(4));
            Assert.AreEqual(0, reader.Array(0, 9));
            reader.Key(0);
            reader.End();
            Assert.AreEqual((int)CborError.WrongType, (int)reader.Error);
        }

        [TestMethod]
        public void Nothing_may_follow_and_nothing_beyond_the_length_is_read()
        {
            var reader = new CborReader(TestBytes.Hex("AA 01 02 03"), 1, 2);
            Assert.IsTrue(reader.Number(0, 10) == 1);
            reader.End();
            Assert.AreEqual((int)CborError.TrailingBytes, (int)reader.Error);
            var within = new CborReader(TestBytes.Hex("AA 42 02 03"), 1, 2);
            within.Bytes(0, 9);
            Assert.AreEqual((int)CborError.Truncated, (int)within.Error);
            var number = new CborReader(TestBytes.Hex("AA 19 02 03"), 1, 2);
            number.Number(0, 9999);
            Assert.AreEqual((int)CborError.Truncated, (int)number.Error);
        }

        private static CborReader Reader(string hex)
        {
            var bytes = TestBytes.Hex(hex);
            return new CborReader(bytes, 0, bytes.Length);
        }
    }
}
