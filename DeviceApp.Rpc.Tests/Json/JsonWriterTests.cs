using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Formats.Json;

namespace SecureEsp.DeviceApp.Tests.Json
{
    [TestClass]
    public class JsonWriterTests
    {
        [TestMethod]
        public void Commas_are_set_by_themselves()
        {
            var writer = new JsonWriter(new byte[200], 200);
            writer.BeginObject();
            writer.Name("a");
            writer.BeginArray();
            writer.Number(-1);
            writer.Flag(true);
            writer.BeginObject();
            writer.EndObject();
            writer.Null();
            writer.EndArray();
            writer.Name("b");
            writer.Text(null);
            writer.Name("c");
            writer.Base64(new byte[] { 1, 2, 3, 4 }, 1, 3);
            writer.EndObject();
            Assert.AreEqual("{\"a\":[-1,true,{},null],\"b\":null,\"c\":\"AgME\"}", TestJson.Text(writer));
            Assert.IsFalse(writer.IsFull);
        }

        [TestMethod]
        public void Whatever_is_in_a_text_it_stays_one_string()
        {
            var writer = new JsonWriter(new byte[200], 200);
            writer.Text("\"\\\n\u0001\u007f\u00fc\ud83d\ude00</script>");
            Assert.AreEqual("\"\\\"\\\\\\u000a\\u0001\\u007f\u00fc\ud83d\ude00</script>\"", TestJson.Text(writer));
        }

        [TestMethod]
        public void What_does_not_fit_is_noticed_and_nothing_is_written_beyond_the_limit()
        {
            for (var limit = 0; limit < 20; limit++)
            {
                var buffer = new byte[20];
                var writer = new JsonWriter(buffer, limit);
                writer.BeginArray();
                writer.Text("a\"b");
                writer.Number(12);
                writer.Base64(buffer, 0, 1);
                writer.EndArray();
                Assert.AreEqual(limit < 18, writer.IsFull);
                for (var i = limit; i < buffer.Length; i++)
                {
                    Assert.AreEqual((byte)0, buffer[i]);
                }
            }
        }

        [TestMethod]
        public void What_was_begun_can_be_taken_back()
        {
            var writer = new JsonWriter(new byte[30], 30);
            writer.BeginObject();
            writer.Name("a");
            writer.Number(1);
            var mark = writer.Length;
            writer.Name("b");
            writer.Text("much more than there is room for");
            Assert.IsTrue(writer.IsFull);
            writer.CutTo(mark);
            writer.Name("c");
            writer.Null();
            writer.EndObject();
            Assert.AreEqual("{\"a\":1,\"c\":null}", TestJson.Text(writer));
            Assert.IsFalse(writer.IsFull);
        }
    }
}
