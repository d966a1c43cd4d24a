using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    [TestClass]
    public class EnvelopeTests
    {
        [TestMethod]
        public void Lengths_and_places_are_read()
        {
            BundleEnvelope envelope;
            Assert.AreEqual(0, BundleEnvelope.Read(TestDevice.Envelope(8192, 4096, 1024), 24, out envelope));
            Assert.AreEqual(8192, envelope.KeyChainLength);
            Assert.AreEqual(4096, envelope.ManifestLength);
            Assert.AreEqual(1024, envelope.SignaturesLength);
            Assert.AreEqual(24 + 8192, envelope.ManifestAt);
            Assert.AreEqual(24 + 8192 + 4096, envelope.SignaturesAt);
            Assert.AreEqual(13336, envelope.HeadBytes);
        }

        [TestMethod]
        public void Truncated_at_each_byte_it_is_refused()
        {
            var bytes = TestDevice.Envelope(0, 1, 1);
            for (var length = 0; length < 24; length++)
            {
                Assert.AreEqual(UpdateReason.EnvelopeTruncated, Read(bytes, length));
            }

            Assert.AreEqual(UpdateReason.Accepted, Read(bytes, 24));
        }

        [TestMethod]
        public void Every_other_value_of_every_single_byte_is_refused()
        {
            var bytes = TestDevice.Envelope(300, 500, 80);
            for (var at = 0; at < 24; at++)
            {
                var good = bytes[at];
                for (var change = 1; change < 256; change++)
                {
                    bytes[at] = (byte)(good ^ change);
                    Assert.AreEqual(at < 8 ? UpdateReason.EnvelopeMagic : UpdateReason.EnvelopeCrc, Read(bytes, 24));
                }

                bytes[at] = good;
            }
        }

        [DataRow(8193u, 1u, 1u, UpdateReason.KeyChainLength)]
        [DataRow(0xFFFFFFFFu, 1u, 1u, UpdateReason.KeyChainLength)]
        [DataRow(0u, 0u, 1u, UpdateReason.ManifestLength)]
        [DataRow(0u, 4097u, 1u, UpdateReason.ManifestLength)]
        [DataRow(0u, 0x80000000u, 1u, UpdateReason.ManifestLength)]
        [DataRow(0u, 1u, 0u, UpdateReason.SignaturesLength)]
        [DataRow(0u, 1u, 1025u, UpdateReason.SignaturesLength)]
        [DataRow(0u, 1u, 0xFFFFFFFFu, UpdateReason.SignaturesLength)]
        [TestMethod]
        public void Endless_data_in_the_head_is_refused_by_its_length(uint chain, uint manifest, uint signatures, int reason)
        {
            Assert.AreEqual(reason, Read(TestDevice.Envelope(chain, manifest, signatures), 24));
        }

        [DataRow(1, 1, 1, 1, 32, 1)]
        [DataRow(4096, 1, 1, 4096, 32, 4096)]
        [DataRow(4097, 2, 1, 1, 64, 4096)]
        [DataRow(524288, 128, 1, 4096, 4096, 4096)]
        [DataRow(524289, 129, 2, 1, 32, 4096)]
        [DataRow(16777216, 4096, 32, 4096, 4096, 4096)]
        [TestMethod]
        public void A_payload_is_cut_into_chunks_and_their_digests_into_pages(int size, int chunks, int pages, int lastChunk, int lastPage, int firstChunk)
        {
            var layout = new PayloadLayout(size);
            Assert.AreEqual(chunks, layout.Chunks);
            Assert.AreEqual(pages, layout.Pages);
            Assert.AreEqual(firstChunk, layout.ChunkLength(0));
            Assert.AreEqual(lastChunk, layout.ChunkLength(chunks - 1));
            Assert.AreEqual(lastPage, layout.PageLength(pages - 1));
            Assert.AreEqual(100 + (32 * chunks) + size, layout.BundleBytes(100));
        }

        private static int Read(byte[] bytes, int count)
        {
            BundleEnvelope envelope;
            var reason = BundleEnvelope.Read(bytes, count, out envelope);
            Assert.AreEqual(reason == 0, envelope != null);
            return reason;
        }
    }
}
