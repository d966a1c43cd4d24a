using System;
using System.IO;
using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Rpc;

namespace Libraries
{
    /// <summary>The firmware's copying of files.</summary>
    [TestClass]
    public class FileContentTests
    {
        [TestMethod]
        public static void Content_is_copied_whole_and_found_to_be_the_same()
        {
            foreach (int length in new[] { 0, 1, 512, 1024, 1025 })
            {
                MemoryStream source = Of(length);
                MemoryStream target = new MemoryStream();
                FileContent.Check(source);
                Assert.IsTrue(FileContent.Copy(source, target));
                source.Seek(0, SeekOrigin.Begin);
                target.Seek(0, SeekOrigin.Begin);
                Assert.IsTrue(FileContent.AreSame(source, target));
                Assert.AreEqual((long)length, target.Length);
            }
        }

        [TestMethod]
        public static void A_changed_byte_and_another_length_are_not_the_same()
        {
            MemoryStream changed = Of(1025);
            changed.Seek(1024, SeekOrigin.Begin);
            changed.WriteByte(9);
            changed.Seek(0, SeekOrigin.Begin);
            Assert.IsFalse(FileContent.AreSame(Of(1025), changed));
            Assert.IsFalse(FileContent.AreSame(Of(1024), Of(1025)));
            Assert.IsFalse(FileContent.AreSame(Of(1025), Of(1024)));
        }

        [TestMethod]
        public static void A_source_that_ends_before_its_end_is_an_error_and_no_endless_loop()
        {
            Assert.ThrowsException(typeof(IOException), () => FileContent.Check(new ShortStream()));
            Assert.ThrowsException(typeof(IOException), () => FileContent.Copy(new ShortStream(), new MemoryStream()));
        }

        private static MemoryStream Of(int length)
        {
            MemoryStream stream = new MemoryStream();
            for (int i = 0; i < length; i++)
            {
                stream.WriteByte((byte)i);
            }

            stream.Seek(0, SeekOrigin.Begin);
            return stream;
        }

        // Says that it has more than it gives.
        private sealed class ShortStream : MemoryStream
        {
            public override long Length
            {
                get { return 1000; }
            }
        }
    }
}
