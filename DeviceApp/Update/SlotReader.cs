using System;
using SecureEsp.DeviceApp.Crypto;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>Reads what lies in a slot, and lets nothing through that is not what was signed. Holds one page and one chunk.</summary>
    public sealed class SlotReader
    {
        private readonly ISlotFile _file;
        private readonly UpdateParts _parts;

        /// <summary>Reads this file.</summary>
        public SlotReader(ISlotFile file, UpdateParts parts)
        {
            _file = file;
            _parts = parts;
        }

        /// <summary>Judges signatures, manifest, and whether it runs on this device; as <see cref="UpdatePolicy.JudgeInstalled"/>.</summary>
        /// <exception cref="UpdateException">The slot cannot be read.</exception>
        public UpdateDecision Judge(DeviceFacts facts)
        {
            var head = Head();
            return UpdatePolicy.JudgeInstalled(head, head.Length, facts, _parts.Scheme);
        }

        /// <summary>The head: envelope, key chain, manifest and signatures, or what there is of them.</summary>
        /// <exception cref="UpdateException">The slot cannot be read, or holds no envelope.</exception>
        public byte[] Head()
        {
            var length = Length();
            var bytes = new byte[BundleEnvelope.Bytes];
            BundleEnvelope envelope = null;
            var reason = StartReason.SlotMissing;
            if (length >= bytes.Length)
            {
                Read(0, bytes, bytes.Length);
                reason = BundleEnvelope.Read(bytes, bytes.Length, out envelope);
            }

            if (reason != UpdateReason.Accepted)
            {
                throw new UpdateException(reason, _file.Path);
            }

            var head = new byte[length < envelope.HeadBytes ? length : envelope.HeadBytes];
            Read(0, head, head.Length);
            return head;
        }

        /// <summary>Passes the whole payload on.</summary>
        /// <param name="decision">What <see cref="Judge"/> accepted.</param>
        /// <param name="sink">Gets each chunk after its digest was found right, in plain.</param>
        /// <exception cref="UpdateException">The slot cannot be read, is not what was signed, or is encrypted with a key that this device does not have.</exception>
        public void ReadPayload(UpdateDecision decision, IPayloadSink sink)
        {
            var payload = decision.Manifest.Payload;
            var total = payload.BundleBytes(decision.Envelope.HeadBytes);
            var length = Length();
            if (length != total)
            {
                throw new UpdateException(StartReason.SlotDigest, length.ToString() + " of " + total.ToString() + " bytes");
            }

            var decryptor = _parts.PayloadKeys.Open(decision.Manifest);
            var digests = new PayloadDigests(decision.Manifest, _parts.Hash);
            var chunk = new byte[PayloadLayout.ChunkBytes];
            var list = decision.Envelope.HeadBytes;
            var start = list + payload.DigestListBytes;
            for (var i = 0; i < payload.Chunks; i++)
            {
                if (!digests.Holds(i))
                {
                    var page = i / PayloadLayout.PageDigests;
                    Read(list + (page * PayloadLayout.ChunkBytes), digests.Page, payload.PageLength(page));
                    Check(digests.Take(page), "page ", page);
                }

                Read(start + (i * PayloadLayout.ChunkBytes), chunk, payload.ChunkLength(i));
                Check(digests.IsChunk(i, chunk), "chunk ", i);
                Feed(sink, chunk, payload.ChunkLength(i), decryptor, i == payload.Chunks - 1);
            }
        }

        private static void Feed(IPayloadSink sink, byte[] chunk, int count, PayloadDecryptor decryptor, bool isLast)
        {
            if (decryptor == null)
            {
                sink.Feed(chunk, 0, count);
                return;
            }

            var cipher = chunk;
            if (count != chunk.Length)
            {
                // It takes whole arrays only; this happens once, with the last chunk.
                cipher = new byte[count];
                Array.Copy(chunk, cipher, count);
            }

            var plain = decryptor.Decrypt(cipher, isLast) ?? throw new UpdateException(UpdateReason.PayloadMac, "padding");
            sink.Feed(plain, 0, plain.Length);
        }

        private static void Check(bool isRight, string what, int number)
        {
            if (!isRight)
            {
                throw new UpdateException(StartReason.SlotDigest, what + number.ToString());
            }
        }

        private int Length()
        {
            try
            {
                return _file.Length;
            }
            catch (Exception e)
            {
                throw new UpdateException(StartReason.SlotUnreadable, _file.Path + ": " + e.Message);
            }
        }

        private void Read(int position, byte[] buffer, int count)
        {
            try
            {
                _file.Read(position, buffer, count);
            }
            catch (Exception e)
            {
                throw new UpdateException(StartReason.SlotUnreadable, _file.Path + ": " + e.Message);
            }
        }
    }
}
