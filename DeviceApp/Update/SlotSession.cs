using System;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>Stores a bundle in the slot that is not in use.</summary>
    public sealed class SlotSession : IUpdateSession
    {
        private readonly int _slot;
        private readonly ISlotFile _file;
        private readonly UpdateParts _parts;
        private readonly UpdateDecision _offer;
        private readonly int _payload;
        private bool _isBroken;

        /// <summary>Goes on at a position.</summary>
        public SlotSession(int slot, ISlotFile file, UpdateParts parts, UpdateDecision offer, int nextOffset)
        {
            _slot = slot;
            _file = file;
            _parts = parts;
            _offer = offer;
            _payload = offer.Envelope.HeadBytes + offer.Manifest.Payload.DigestListBytes;
            NextOffset = nextOffset;
        }

        /// <inheritdoc/>
        public int NextOffset { get; private set; }

        /// <summary>How far a slot holds a bundle already; -1 where it does not hold its head and digest list, or ends within a piece.</summary>
        /// <exception cref="UpdateException">The flash is broken.</exception>
        public static int Durable(ISlotFile file, UpdateDecision offer, byte[] head)
        {
            try
            {
                var payload = offer.Manifest.Payload;
                var start = head.Length + payload.DigestListBytes;
                var length = file.Length;
                var isWhole = length == payload.BundleBytes(head.Length);
                return length >= start && (isWhole || (length - start) % PayloadLayout.ChunkBytes == 0) && HasHead(file, head) ? length : -1;
            }
            catch (Exception e)
            {
                throw Broken(e);
            }
        }

        /// <summary>Makes a slot empty.</summary>
        /// <exception cref="UpdateException">The flash is full or broken.</exception>
        public static void Clear(ISlotFile file)
        {
            try
            {
                file.Clear();
            }
            catch (Exception e)
            {
                throw Broken(e);
            }
        }

        /// <inheritdoc/>
        public void Store(byte[] piece, int count)
        {
            try
            {
                _file.Append(piece, count);
                NextOffset += count;
                if (NextOffset == _payload || (NextOffset > _payload && (NextOffset - _payload) % (UpdateAgentOptions.ChunksPerCommit * PayloadLayout.ChunkBytes) == 0))
                {
                    _file.Commit();
                }
            }
            catch (Exception e)
            {
                _isBroken = true;
                throw Broken(e);
            }
        }

        /// <inheritdoc/>
        public bool TryRead(int position, byte[] buffer, int count)
        {
            try
            {
                _file.Read(position, buffer, count);
                return true;
            }
            catch (Exception e)
            {
                _isBroken = true;
                throw Broken(e);
            }
        }

        /// <inheritdoc/>
        public void Complete()
        {
            try
            {
                Commit();
                Verify();
                _parts.Store.Apply(state => SlotPolicy.Switch(state, _slot));
            }
            finally
            {
                _file.Close();
            }
        }

        /// <inheritdoc/>
        public void Abort()
        {
            try
            {
                // What has come need not come again.
                if (!_isBroken && NextOffset >= _payload)
                {
                    _file.Commit();
                }
            }
            catch (Exception)
            {
                // Something else went wrong before, which is told. How much is durable is seen when the session is resumed.
            }

            _file.Close();
        }

        private static bool HasHead(ISlotFile file, byte[] head)
        {
            var chunk = new byte[PayloadLayout.ChunkBytes];
            for (var at = 0; at < head.Length; at += chunk.Length)
            {
                var count = head.Length - at < chunk.Length ? head.Length - at : chunk.Length;
                file.Read(at, chunk, count);
                if (ByteOrder.Compare(head, at, chunk, 0, count) != 0)
                {
                    return false;
                }
            }

            return true;
        }

        private static UpdateException Broken(Exception e)
        {
            return new UpdateException(DownloadReason.Flash, e.GetType().Name + ", " + e.Message);
        }

        private void Commit()
        {
            try
            {
                _file.Commit();
            }
            catch (Exception e)
            {
                throw Broken(e);
            }
        }

        // The whole of it once more as it lies on the flash, and now the images too.
        private void Verify()
        {
            try
            {
                var scan = new ImageScan(_offer.Manifest);
                new SlotReader(_file, _parts).ReadPayload(_offer, scan);
                scan.Finish();
            }
            catch (UpdateException e)
            {
                // A signed bundle with an image that must not run will never be another one; a damaged slot may be written again.
                var isImage = e.Reason < DownloadReason.NothingOffered;
                _parts.Store.Apply(state => SlotPolicy.Discard(state, _slot, isImage));
                throw;
            }
        }
    }
}
