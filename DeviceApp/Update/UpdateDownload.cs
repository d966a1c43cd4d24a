using System;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// One download: the head, the decision, and only then the rest, to the slot that is not in use; checked as a whole before the
    /// next boot is told to try it.
    /// </summary>
    public sealed class UpdateDownload
    {
        private const int ProgressStep = 25;

        private readonly IUpdateProvider _provider;
        private readonly Source _source;
        private readonly UpdateParts _parts;

        /// <summary>Downloads from this one.</summary>
        public UpdateDownload(IUpdateProvider provider, Source source, UpdateParts parts)
        {
            _provider = provider;
            _source = source;
            _parts = parts;
        }

        /// <summary>Downloads what is offered where it is accepted. Afterwards the next boot tries it.</summary>
        /// <returns>The decision, with the reason where the offer is refused.</returns>
        /// <exception cref="UpdateException">There is no offer, or the download did not come about.</exception>
        public UpdateDecision Run(DeviceFacts facts)
        {
            int offered;
            if (!_provider.TryGetOffer(out offered))
            {
                throw new UpdateException(DownloadReason.NothingOffered, null);
            }

            var head = Head();
            var decision = UpdatePolicy.Judge(head, head.Length, facts, _parts.Scheme);
            if (decision.Keys != null && decision.Keys != facts.Keys)
            {
                _parts.Keys.Save(decision.Keys);
                _parts.Log.Info("Update keys of version " + decision.Keys.Version.ToString() + " are in force");
            }

            if (!decision.Accepted)
            {
                return decision;
            }

            var bytes = decision.Manifest.Payload.BundleBytes(head.Length);
            if (offered >= 0 && offered != bytes)
            {
                throw new UpdateException(DownloadReason.Length, offered.ToString() + ", not " + bytes.ToString());
            }

            _source.Limit(bytes);
            _provider.Ahead = bytes;
            Store(head, decision);
            return decision;
        }

        private byte[] Head()
        {
            var bytes = new byte[BundleEnvelope.Bytes];
            _source.Read(0, bytes, bytes.Length);
            BundleEnvelope envelope;
            var reason = BundleEnvelope.Read(bytes, bytes.Length, out envelope);
            if (reason != UpdateReason.Accepted)
            {
                throw new UpdateException(reason, null);
            }

            var head = new byte[envelope.HeadBytes];
            var rest = new byte[head.Length - bytes.Length];
            _source.Read(bytes.Length, rest, rest.Length);
            Array.Copy(bytes, head, bytes.Length);
            Array.Copy(rest, 0, head, bytes.Length, rest.Length);
            return head;
        }

        private void Store(byte[] head, UpdateDecision decision)
        {
            var slot = SlotPolicy.Spare(_parts.Store.State);
            var file = _parts.Slots.File(slot);
            var writer = new SlotWriter(file, decision, _parts.Hash);
            try
            {
                var first = SlotPolicy.Continues(_parts.Store.State, slot, decision.Digest) ? writer.Durable(head) : -1;
                if (first < 0)
                {
                    _parts.Store.Apply(state => SlotPolicy.Begin(state, slot, decision.Digest));
                    _parts.Slots.SaveKeys(slot, decision.Keys);
                    writer.Begin(head, _source);
                    first = 0;
                }

                _parts.Log.Info("Update to " + decision.Manifest.Version.ToString() + ": " + (first == 0 ? "downloading " : "continuing at chunk " + first.ToString() + " of ")
                    + decision.Manifest.Payload.Size.ToString() + " bytes to " + Slot.Name(slot));
                Chunks(writer, first, decision.Manifest);
                Verify(slot, decision);
                _parts.Store.Apply(state => SlotPolicy.Switch(state, slot));
            }
            finally
            {
                file.Close();
            }
        }

        private void Chunks(SlotWriter writer, int first, Manifest manifest)
        {
            var chunks = manifest.Payload.Chunks;
            var told = first * 100 / chunks;
            try
            {
                for (var i = first; i < chunks; i++)
                {
                    writer.Write(i, _source);
                    if ((i + 1) % UpdateAgentOptions.ChunksPerCommit == 0)
                    {
                        writer.Commit();
                    }

                    var percent = (i + 1) * 100 / chunks;
                    if (percent / ProgressStep > told / ProgressStep)
                    {
                        told = percent;
                        _parts.Log.Info("Update to " + manifest.Version.ToString() + ": " + percent.ToString() + " %");
                    }
                }
            }
            catch (UpdateException e)
            {
                // What has come need not come again.
                if (e.Reason != DownloadReason.Flash)
                {
                    writer.Commit();
                }

                throw;
            }

            writer.Commit();
        }

        // The whole of it once more as it lies on the flash, and now the images too.
        private void Verify(int slot, UpdateDecision decision)
        {
            try
            {
                var scan = new ImageScan(decision.Manifest);
                new SlotReader(_parts.Slots.File(slot), _parts.Scheme, _parts.Hash).ReadPayload(decision, scan);
                scan.Finish();
            }
            catch (UpdateException e)
            {
                // A signed bundle with an image that must not run will never be another one; a damaged slot may be written again.
                var isImage = e.Reason < DownloadReason.NothingOffered;
                _parts.Store.Apply(state => SlotPolicy.Discard(state, slot, isImage));
                throw;
            }
        }
    }
}
