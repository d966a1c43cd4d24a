using System;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// One download: the head, the decision, and only then the rest, each piece compared with its signed digest before it is stored.
    /// Holds one page and one chunk.
    /// </summary>
    public sealed class UpdateDownload
    {
        private const int ProgressStep = 25;

        private readonly IUpdateProvider _provider;
        private readonly Source _source;
        private readonly IUpdateBackend _backend;
        private readonly UpdateParts _parts;
        private readonly byte[] _chunk = new byte[PayloadLayout.ChunkBytes];

        /// <summary>Downloads from here to there.</summary>
        public UpdateDownload(IUpdateProvider provider, Source source, IUpdateBackend backend, UpdateParts parts)
        {
            _provider = provider;
            _source = source;
            _backend = backend;
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
            var session = _backend.Resume(decision, head) ?? _backend.Start(decision);
            try
            {
                if (session.NextOffset == 0)
                {
                    session.Store(head, head.Length);
                }

                var digests = new PayloadDigests(decision.Manifest, _parts.Hash);
                Pages(session, digests, head.Length, decision.Manifest.Payload);
                Chunks(session, digests, head.Length, decision.Manifest);
            }
            catch (UpdateException)
            {
                session.Abort();
                throw;
            }

            session.Complete();
        }

        private void Pages(IUpdateSession session, PayloadDigests digests, int at, PayloadLayout payload)
        {
            for (var page = (session.NextOffset - at) / PayloadLayout.ChunkBytes; session.NextOffset < at + payload.DigestListBytes; page++)
            {
                Page(digests, page, at, payload, null);
                session.Store(digests.Page, payload.PageLength(page));
            }
        }

        private void Page(PayloadDigests digests, int page, int at, PayloadLayout payload, IUpdateSession stored)
        {
            var position = at + (page * PayloadLayout.ChunkBytes);
            if (stored == null || !stored.TryRead(position, digests.Page, payload.PageLength(page)))
            {
                _source.Read(position, digests.Page, payload.PageLength(page));
            }

            if (!digests.Take(page))
            {
                throw new UpdateException(DownloadReason.PageDigest, "page " + page.ToString());
            }
        }

        private void Chunks(IUpdateSession session, PayloadDigests digests, int list, Manifest manifest)
        {
            var payload = manifest.Payload;
            var start = list + payload.DigestListBytes;
            var chunk = (session.NextOffset - start + PayloadLayout.ChunkBytes - 1) / PayloadLayout.ChunkBytes;
            var progress = new Progress(_parts.Log, manifest, chunk);
            for (; session.NextOffset < start + payload.Size; chunk++)
            {
                if (!digests.Holds(chunk))
                {
                    Page(digests, chunk / PayloadLayout.PageDigests, list, payload, session);
                }

                var length = payload.ChunkLength(chunk);
                _source.Read(start + (chunk * PayloadLayout.ChunkBytes), _chunk, length);
                if (!digests.IsChunk(chunk, _chunk))
                {
                    throw new UpdateException(DownloadReason.ChunkDigest, "chunk " + chunk.ToString());
                }

                session.Store(_chunk, length);
                progress.Tell(chunk + 1);
            }
        }

        private sealed class Progress
        {
            private readonly IUpdateLog _log;
            private readonly string _update;
            private readonly int _chunks;
            private int _told;

            public Progress(IUpdateLog log, Manifest manifest, int first)
            {
                _log = log;
                _update = "Update to " + manifest.Version.ToString() + ": ";
                _chunks = manifest.Payload.Chunks;
                _told = first * 100 / _chunks;
                log.Info(_update + (first == 0 ? "downloading " : "continuing at chunk " + first.ToString() + " of ") + manifest.Payload.Size.ToString() + " bytes");
            }

            public void Tell(int stored)
            {
                var percent = stored * 100 / _chunks;
                if (percent / ProgressStep > _told / ProgressStep)
                {
                    _told = percent;
                    _log.Info(_update + percent.ToString() + " %");
                }
            }
        }
    }
}
