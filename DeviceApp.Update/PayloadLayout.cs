namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// How a payload is cut: chunks of 4,096 bytes, a digest of 32 bytes for each, and the list of these cut into pages of 4,096 bytes
    /// (128 digests), each with a digest in the manifest. So one page and one chunk are all that a device holds.
    /// </summary>
    public sealed class PayloadLayout
    {
        /// <summary>Bytes of a chunk, and of a page.</summary>
        public const int ChunkBytes = 4096;

        /// <summary>Bytes of a digest.</summary>
        public const int DigestBytes = 32;

        /// <summary>Digests in a page.</summary>
        public const int PageDigests = ChunkBytes / DigestBytes;

        /// <summary>Largest payload, in bytes.</summary>
        public const int MaxBytes = 16 * 1024 * 1024;

        /// <summary>Most pages: those of the largest payload.</summary>
        public const int MaxPages = MaxBytes / ChunkBytes / PageDigests;

        /// <summary>Key of the HMAC-SHA-256 that makes the digests. It is public: with a fixed key HMAC is a collision-resistant hash.</summary>
        public const string DigestKey = "SecureEsp bundle chunk digest v1";

        /// <summary>The layout of a payload of so many bytes, from 1 to <see cref="MaxBytes"/>.</summary>
        public PayloadLayout(int size)
        {
            Size = size;
        }

        /// <summary>Bytes of the payload.</summary>
        public int Size { get; }

        /// <summary>How many chunks it has.</summary>
        public int Chunks
        {
            get { return (Size + ChunkBytes - 1) / ChunkBytes; }
        }

        /// <summary>How many pages the digest list has.</summary>
        public int Pages
        {
            get { return (Chunks + PageDigests - 1) / PageDigests; }
        }

        /// <summary>Bytes of the digest list.</summary>
        public int DigestListBytes
        {
            get { return Chunks * DigestBytes; }
        }

        /// <summary>Bytes of one chunk; the last one may be shorter.</summary>
        public int ChunkLength(int chunk)
        {
            return chunk < Chunks - 1 ? ChunkBytes : Size - (chunk * ChunkBytes);
        }

        /// <summary>Bytes of one page of the digest list; the last one may be shorter.</summary>
        public int PageLength(int page)
        {
            return page < Pages - 1 ? ChunkBytes : DigestListBytes - (page * ChunkBytes);
        }

        /// <summary>Bytes of a whole bundle with a head of so many.</summary>
        public int BundleBytes(int headBytes)
        {
            return headBytes + DigestListBytes + Size;
        }
    }
}
