namespace SecureEsp.DeviceApp.Update
{
    /// <summary>Keeps bundles in the slots, and lets <see cref="ApplicationHost"/> start what they hold.</summary>
    public sealed class SlotBackend : IUpdateBackend
    {
        private readonly UpdateParts _parts;
        private readonly FactsSource _facts;

        /// <summary>Of these slots.</summary>
        public SlotBackend(UpdateParts parts, FactsSource facts)
        {
            _parts = parts;
            _facts = facts;
        }

        /// <inheritdoc/>
        public UpdateStatus Status
        {
            get
            {
                var state = _parts.Store.State;
                var running = _facts.Running == null ? Slot.Factory : _facts.Running.Slot;
                return state.Trial != Slot.Factory ? (state.Trial == running ? UpdateStatus.Testing : UpdateStatus.TestPending)
                    : state.Active == running ? UpdateStatus.Confirmed
                    : running != Slot.Factory ? UpdateStatus.RollbackPending : UpdateStatus.Unknown;
            }
        }

        /// <inheritdoc/>
        public IUpdateSession Start(UpdateDecision offer)
        {
            var slot = SlotPolicy.Spare(_parts.Store.State);
            var file = _parts.Slots.File(slot);
            _parts.Store.Apply(state => SlotPolicy.Begin(state, slot, offer.Digest));
            _parts.Slots.SaveKeys(slot, offer.Keys);
            SlotSession.Clear(file);
            return new SlotSession(slot, file, _parts, offer, 0);
        }

        /// <inheritdoc/>
        public IUpdateSession Resume(UpdateDecision offer, byte[] head)
        {
            var slot = SlotPolicy.Spare(_parts.Store.State);
            if (!SlotPolicy.Continues(_parts.Store.State, slot, offer.Digest))
            {
                return null;
            }

            var file = _parts.Slots.File(slot);
            var durable = SlotSession.Durable(file, offer, head);
            if (durable < 0)
            {
                file.Close();
                return null;
            }

            // The keys may have been rotated since, or the power may have failed before they were stored.
            _parts.Slots.SaveKeys(slot, offer.Keys);
            return new SlotSession(slot, file, _parts, offer, durable);
        }

        /// <inheritdoc/>
        public void Confirm()
        {
            var floor = _facts.Running.Decision.Manifest.Floor;
            _parts.Store.Apply(state => SlotPolicy.Confirm(state, floor));
        }

        /// <inheritdoc/>
        public void Fail(string failure)
        {
            _parts.Store.Apply(state => SlotPolicy.Remember(state, failure));
        }

        /// <inheritdoc/>
        public void Revert()
        {
            var status = Status;
            if (_facts.Running == null || status == UpdateStatus.TestPending || status == UpdateStatus.RollbackPending)
            {
                throw new UpdateException(DownloadReason.NothingToRevert, null);
            }

            _parts.Store.Apply(state => SlotPolicy.Revert(state));
        }
    }
}
