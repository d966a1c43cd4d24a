using System;
using System.Threading;
using SecureEsp.DeviceApp.Formats;
using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    /// <summary>A bundle that a server offers, and a connection that can be cut. Its digests are those of <see cref="TestScheme"/>.</summary>
    public sealed class TestOffer : IUpdateProvider, IUpdateProviders, IKeyedHash
    {
        private readonly TestScheme _scheme;

        public TestOffer(TestScheme scheme)
        {
            _scheme = scheme;
        }

        /// <summary>All of it; null where nothing is offered.</summary>
        public byte[] Bundle;

        /// <summary>From which position on nothing comes; -1 for no cut.</summary>
        public int CutAt = -1;

        /// <summary>Position behind the last byte that was read.</summary>
        public int ReadTo;

        /// <summary>What the question for an offer throws; null for nothing.</summary>
        public Exception Throws;

        /// <summary>Set at each question for an offer.</summary>
        public readonly AutoResetEvent Asked = new AutoResetEvent(false);

        public int Ahead { get; set; }

        /// <summary>Makes the bundle of a payload.</summary>
        public void Make(Manifest manifest, int key, byte[] payload)
        {
            var layout = new PayloadLayout(payload.Length);
            var list = new byte[0];
            for (var i = 0; i < layout.Chunks; i++)
            {
                var chunk = TestBytes.Cut(payload, i * PayloadLayout.ChunkBytes, layout.ChunkLength(i));
                list = TestBytes.Join(list, Of(chunk, chunk.Length));
            }

            manifest.Payload = layout;
            manifest.PageDigests = new[] { Of(list, list.Length) };
            var bytes = TestManifest.Encode(manifest);
            var head = TestDevice.Head(new byte[0], bytes, _scheme.SignatureList(bytes, key));
            Bundle = TestBytes.Join(TestBytes.Join(head, list), payload);
        }

        public byte[] Of(byte[] bytes, int count)
        {
            return _scheme.Hash(bytes, 0, count);
        }

        public IUpdateProvider For(HttpsUrl url)
        {
            return this;
        }

        public bool TryGetOffer(out int length)
        {
            Asked.Set();
            if (Throws != null)
            {
                throw Throws;
            }

            length = Bundle == null ? -1 : Bundle.Length;
            return Bundle != null;
        }

        public void Read(int position, byte[] buffer, int count)
        {
            if (CutAt >= 0 && position + count > CutAt)
            {
                throw new UpdateException(DownloadReason.Unreachable, "cut");
            }

            Array.Copy(Bundle, position, buffer, 0, count);
            ReadTo = position + count;
        }

        public void Close()
        {
        }
    }
}
