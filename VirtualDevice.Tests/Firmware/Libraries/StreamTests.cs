using System;
using System.IO;
using System.Text;
using nanoFramework.TestFramework;

namespace Libraries
{
    /// <summary>nanoframework/System.IO.Streams, MemoryStream.cs, StreamReader.cs, StreamWriter.cs.</summary>
    [TestClass]
    public class StreamTests
    {
        [TestMethod]
        public static void MemoryStream_reads_what_was_written()
        {
            MemoryStream stream = new MemoryStream();
            byte[] thousand = new byte[1000];
            thousand[999] = 7;
            stream.Write(thousand, 0, 1000);
            stream.WriteByte(8);
            Assert.AreEqual(1001L, stream.Length);
            stream.Position = 999;
            Assert.AreEqual(7, stream.ReadByte());
            Assert.AreEqual(8, stream.ReadByte());
            Assert.AreEqual(-1, stream.ReadByte());
            Assert.AreEqual(1000L, stream.Seek(-1, SeekOrigin.End));
            Assert.AreEqual(1, stream.Read(new SpanByte(new byte[5])));
            stream.SetLength(3);
            Assert.AreEqual(3, stream.ToArray().Length);
        }

        [TestMethod]
        public static void MemoryStream_holds_no_more_than_65535_bytes()
        {
            MemoryStream stream = new MemoryStream();
            stream.Write(new byte[65535], 0, 65535);
            Assert.ThrowsException(typeof(ArgumentOutOfRangeException), () => stream.WriteByte(0));
            Assert.ThrowsException(typeof(ArgumentOutOfRangeException), () => stream.SetLength(65536));
            Assert.ThrowsException(typeof(ArgumentOutOfRangeException), () => stream.Position = 65536);
        }

        [TestMethod]
        public static void MemoryStream_over_an_array_does_not_grow()
        {
            MemoryStream stream = new MemoryStream(new byte[2]);
            stream.Write(new byte[] { 1, 2 }, 0, 2);
            Assert.ThrowsException(typeof(NotSupportedException), () => stream.WriteByte(3));
            Assert.ThrowsException(typeof(NotSupportedException), () => new MemoryStream(new byte[2], false).WriteByte(1));
            stream.Close();
            Assert.ThrowsException(typeof(ObjectDisposedException), () => stream.ReadByte());
        }

        [TestMethod]
        public static void Stream_copies_all_that_is_left()
        {
            MemoryStream from = new MemoryStream(new byte[5000]);
            from.Position = 100;
            MemoryStream to = new MemoryStream();
            from.CopyTo(to);
            Assert.AreEqual(4900L, to.Length);
            Assert.ThrowsException(typeof(InvalidOperationException), () => from.ReadTimeout.ToString());
        }

        [TestMethod]
        public static void Stream_loses_a_failure_to_close_when_disposed()
        {
            FailingStream stream = new FailingStream();
            Assert.ThrowsException(typeof(IOException), () => stream.Close());
            stream.Dispose();
        }

        [TestMethod]
        public static void StreamReader_reads_lines_with_any_end()
        {
            StreamReader reader = Reader("one\ntwo\r\nthree\rfour");
            Assert.AreEqual("one", reader.ReadLine());
            Assert.AreEqual("two", reader.ReadLine());
            Assert.AreEqual("three", reader.ReadLine());
            Assert.AreEqual("four", reader.ReadLine());
            Assert.IsNull(reader.ReadLine());
        }

        [TestMethod]
        public static void StreamReader_reads_lines_longer_than_its_buffer()
        {
            string longLine = new string('ä', 1000);
            StreamReader reader = Reader(longLine + "\nend");
            Assert.AreEqual(longLine, reader.ReadLine());
            Assert.AreEqual("end", reader.ReadLine());
        }

        [TestMethod]
        public static void StreamReader_peeks_without_taking()
        {
            StreamReader reader = Reader("€x");
            Assert.AreEqual('€', (char)reader.Peek());
            Assert.AreEqual('€', (char)reader.Read());
            Assert.AreEqual('x', (char)reader.Peek());
            Assert.AreEqual('x', (char)reader.Read());
            Assert.AreEqual(-1, reader.Peek());
        }

        [TestMethod]
        public static void StreamReader_is_at_its_end_before_the_first_read()
        {
            StreamReader reader = Reader("abc");
            Assert.IsTrue(reader.EndOfStream);
            reader.Read();
            Assert.IsFalse(reader.EndOfStream);
        }

        [TestMethod]
        public static void ReadToEnd_gives_a_character_for_each_byte()
        {
            Assert.AreEqual("abc", Reader("abc").ReadToEnd());
            string text = Reader("aä").ReadToEnd();
            Assert.AreEqual(3, text.Length);
            Assert.AreEqual('\0', text[2]);
        }

        [TestMethod]
        public static void StreamWriter_writes_UTF8_and_its_line_end()
        {
            MemoryStream stream = new MemoryStream();
            StreamWriter writer = new StreamWriter(stream, true);
            writer.Write("ä");
            writer.Write(7);
            writer.WriteLine();
            Assert.AreEqual(0L, stream.Length);
            writer.Flush();
            Assert.AreEqual("ä7\r\n", Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
            writer.NewLine = "\n";
            writer.WriteLine("x");
            writer.Close();
            Assert.AreEqual(7L, stream.Length);
            Assert.ThrowsException(typeof(ObjectDisposedException), () => writer.Write("y"));
        }

        private static StreamReader Reader(string text) => new StreamReader(new MemoryStream(Encoding.UTF8.GetBytes(text)));

        private class FailingStream : MemoryStream
        {
            public override void Close()
            {
                throw new IOException();
            }
        }
    }
}
