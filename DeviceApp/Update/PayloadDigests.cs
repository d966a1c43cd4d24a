namespace SecureEsp.DeviceApp.Update
{
    /// <summary>Whether pages of the digest list, and chunks, are what was signed. Holds one page.</summary>
    public sealed class PayloadDigests
    {
        private readonly Manifest _manifest;
        private readonly IKeyedHash _hash;
        private readonly byte[] _page = new byte[PayloadLayout.ChunkBytes];
        private int _number = -1;

        /// <summary>Checks against a manifest whose signatures hold.</summary>
        public PayloadDigests(Manifest manifest, IKeyedHash hash)
        {
            _manifest = manifest;
            _hash = hash;
        }

        /// <summary>Where a page is read to.</summary>
        public byte[] Page
        {
            get { return _page; }
        }

        /// <summary>Whether a chunk's digest is in the page that is held.</summary>
        public bool Holds(int chunk)
        {
            return chunk / PayloadLayout.PageDigests == _number;
        }

        /// <summary>Checks the bytes in <see cref="Page"/>, and holds them where they are right.</summary>
        public bool Take(int page)
        {
            var isRight = ByteOrder.AreEqual(_hash.Of(_page, _manifest.Payload.PageLength(page)), _manifest.PageDigests[page]);
            _number = isRight ? page : -1;
            return isRight;
        }

        /// <summary>Checks a chunk whose digest is held.</summary>
        public bool IsChunk(int chunk, byte[] bytes)
        {
            var digest = _hash.Of(bytes, _manifest.Payload.ChunkLength(chunk));
            var at = chunk % PayloadLayout.PageDigests * PayloadLayout.DigestBytes;
            for (var i = 0; i < PayloadLayout.DigestBytes; i++)
            {
                if (digest[i] != _page[at + i])
                {
                    return false;
                }
            }

            return Holds(chunk);
        }
    }
}
