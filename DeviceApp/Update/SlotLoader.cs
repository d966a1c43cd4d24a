using System;
using System.Reflection;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>Verifies slots and loads what is in them.</summary>
    public sealed class SlotLoader : IApplicationLoader
    {
        private readonly UpdateParts _parts;
        private readonly FactsSource _facts;

        /// <summary>Loads from these slots.</summary>
        public SlotLoader(UpdateParts parts, FactsSource facts)
        {
            _parts = parts;
            _facts = facts;
        }

        /// <inheritdoc/>
        public SlotContent Verify(int slot)
        {
            var file = _parts.Slots.File(slot);
            try
            {
                var facts = _facts.Installed(_parts.Slots.Keys(slot));
                var reader = new SlotReader(file, _parts);
                var decision = reader.Judge(facts);
                var expected = _parts.Store.State.DigestOf(slot);
                if (!decision.Accepted)
                {
                    throw new UpdateException(decision.Reason, decision.Detail);
                }

                if (expected == null || !ByteOrder.AreEqual(expected, decision.Digest))
                {
                    throw new UpdateException(StartReason.SlotDigest, "another bundle");
                }

                var images = new ImageBuffers(decision.Manifest);
                reader.ReadPayload(decision, images);
                images.Finish();
                return new SlotContent { Slot = slot, Decision = decision, Images = images.Images };
            }
            finally
            {
                file.Close();
            }
        }

        /// <inheritdoc/>
        public ILoadedApplication Load(SlotContent content)
        {
            Assembly last = null;
            for (var i = 0; i < content.Images.Length; i++)
            {
                try
                {
                    last = Assembly.Load(content.Images[i]);
                }
                catch (Exception e)
                {
                    throw new UpdateException(StartReason.NotLoaded, content.Decision.Manifest.Images[i].Name + ": " + e.GetType().Name + ", " + e.Message);
                }
            }

            return EntryPoint.Make(last, content.Decision.Manifest.EntryType);
        }
    }
}
