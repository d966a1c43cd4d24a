using System;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// Writes a bundle to a slot, piece by piece, each only after its digest was found right; or goes on where an earlier download of
    /// the same bundle was cut. Holds one page and one chunk.
    /// </summary>
    public sealed class SlotWriter
    {
        private readonly ISlotFile _file;
        private readonly UpdateDecision _decision;
        private readonly PayloadDigests _digests;
        private readonly byte[] _chunk = new byte[PayloadLayout.ChunkBytes];

        /// <summary>Writes what was accepted.</summary>
        public SlotWriter(ISlotFile file, UpdateDecision decision, IKeyedHash hash)
        {
            _file = file;
            _decision = decision;
            _digests = new PayloadDigests(decision.Manifest, hash);
        }

        private PayloadLayout Payload
        {
            get { return _decision.Manifest.Payload; }
        }

        private int ListAt
        {
            get { return _decision.Envelope.HeadBytes; }
        }

        private int PayloadAt
        {
            get { return ListAt + Payload.DigestListBytes; }
        }

        /// <summary>How many chunks the slot holds already; -1 where it does not hold this bundle's head and digest list.</summary>
        /// <exception cref="UpdateException">The flash is broken.</exception>
        public int Durable(byte[] head)
        {
            try
            {
                var length = _file.Length;
                if (length < PayloadAt || !HasHead(head))
                {
                    return -1;
                }

                return length == Payload.BundleBytes(ListAt) ? Payload.Chunks
                    : (length - PayloadAt) % PayloadLayout.ChunkBytes == 0 ? (length - PayloadAt) / PayloadLayout.ChunkBytes : -1;
            }
            catch (Exception e)
            {
                throw Broken(e);
            }
        }

        /// <summary>Writes head and digest list, durable when this returns.</summary>
        /// <exception cref="UpdateException">The list does not come, is not what was signed, or the flash does not take it.</exception>
        public void Begin(byte[] head, Source source)
        {
            Flash(() => _file.Clear());
            Flash(() => _file.Append(head, head.Length));
            for (var page = 0; page < Payload.Pages; page++)
            {
                var length = Payload.PageLength(page);
                source.Read(ListAt + (page * PayloadLayout.ChunkBytes), _digests.Page, length);
                if (!_digests.Take(page))
                {
                    throw new UpdateException(DownloadReason.PageDigest, "page " + page.ToString());
                }

                Flash(() => _file.Append(_digests.Page, length));
            }

            Flash(() => _file.Commit());
        }

        /// <summary>Writes one chunk, which is not durable yet.</summary>
        /// <exception cref="UpdateException">It does not come, is not what was signed, or the flash does not take it.</exception>
        public void Write(int chunk, Source source)
        {
            if (!_digests.Holds(chunk))
            {
                Load(chunk / PayloadLayout.PageDigests);
            }

            var length = Payload.ChunkLength(chunk);
            source.Read(PayloadAt + (chunk * PayloadLayout.ChunkBytes), _chunk, length);
            if (!_digests.IsChunk(chunk, _chunk))
            {
                throw new UpdateException(DownloadReason.ChunkDigest, "chunk " + chunk.ToString());
            }

            Flash(() => _file.Append(_chunk, length));
        }

        /// <summary>Makes durable what was written.</summary>
        /// <exception cref="UpdateException">The flash does not take it.</exception>
        public void Commit()
        {
            Flash(() => _file.Commit());
        }

        private static UpdateException Broken(Exception e)
        {
            return new UpdateException(DownloadReason.Flash, e.GetType().Name + ", " + e.Message);
        }

        private bool HasHead(byte[] head)
        {
            for (var at = 0; at < head.Length; at += _chunk.Length)
            {
                var count = head.Length - at < _chunk.Length ? head.Length - at : _chunk.Length;
                _file.Read(at, _chunk, count);
                if (ByteOrder.Compare(head, at, _chunk, 0, count) != 0)
                {
                    return false;
                }
            }

            return true;
        }

        private void Load(int page)
        {
            Flash(() => _file.Read(ListAt + (page * PayloadLayout.ChunkBytes), _digests.Page, Payload.PageLength(page)));
            if (!_digests.Take(page))
            {
                throw new UpdateException(DownloadReason.PageDigest, "page " + page.ToString() + " on the flash");
            }
        }

        private void Flash(Action action)
        {
            try
            {
                action();
            }
            catch (Exception e)
            {
                _file.Close();
                throw Broken(e);
            }
        }
    }
}
