namespace SecureEsp.DeviceApp.Update
{
    /// <summary>Whether a signed manifest is meant for this device, and now.</summary>
    internal static class OfferRules
    {
        /// <summary>
        /// How far a sequence number may be ahead of the one that runs: whoever signs once with the highest number there is would otherwise
        /// keep every later bundle out (fast-forward).
        /// </summary>
        public const uint MaxSequenceStep = 65536;

        /// <summary>Judges an offer.</summary>
        public static int Judge(Manifest manifest, DeviceFacts facts, out string detail)
        {
            var reason = Device(manifest, facts, out detail);
            return reason != UpdateReason.Accepted ? reason : Offer(manifest, facts, out detail);
        }

        /// <summary>Judges what was installed.</summary>
        public static int JudgeInstalled(Manifest manifest, DeviceFacts facts, out string detail)
        {
            var reason = Device(manifest, facts, out detail);
            return reason != UpdateReason.Accepted ? reason : Floor(manifest, facts, out detail);
        }

        private static int Device(Manifest manifest, DeviceFacts facts, out string detail)
        {
            detail = null;
            if (manifest.Product != facts.Product)
            {
                detail = manifest.Product + ", not " + facts.Product;
                return UpdateReason.OtherProduct;
            }

            if (manifest.Target != facts.Target)
            {
                detail = manifest.Target + ", not " + facts.Target;
                return UpdateReason.OtherTarget;
            }

            return manifest.Encryption == null ? UpdateReason.Accepted : Encryption(manifest, facts.PayloadKeys, out detail);
        }

        // The MAC covers the digests, so that it can be compared before anything is fetched.
        private static int Encryption(Manifest manifest, IPayloadKeys keys, out string detail)
        {
            detail = manifest.Encryption.KeyId;
            if (keys == null || !keys.Has(manifest.Encryption.KeyId))
            {
                return UpdateReason.NoSuchKey;
            }

            if (!keys.Authenticates(manifest))
            {
                return UpdateReason.PayloadMac;
            }

            detail = null;
            return UpdateReason.Accepted;
        }

        private static int Offer(Manifest manifest, DeviceFacts facts, out string detail)
        {
            detail = null;
            if (!facts.ClockIsSet)
            {
                return UpdateReason.ClockUnset;
            }

            if (facts.Now >= manifest.Expires)
            {
                detail = (facts.Now - manifest.Expires).ToString() + " s ago";
                return UpdateReason.Expired;
            }

            if (manifest.Version.CompareTo(facts.Running) <= 0)
            {
                detail = manifest.Version.ToString() + ", running " + facts.Running.ToString();
                return UpdateReason.NotNewer;
            }

            var reason = Floor(manifest, facts, out detail);
            return reason != UpdateReason.Accepted ? reason : Sequence(manifest.Sequence, facts.Sequence, out detail);
        }

        private static int Floor(Manifest manifest, DeviceFacts facts, out string detail)
        {
            var isBelow = manifest.Version.CompareTo(facts.Floor) < 0;
            detail = isBelow ? manifest.Version.ToString() + ", lowest " + facts.Floor.ToString() : null;
            return isBelow ? UpdateReason.BelowFloor : UpdateReason.Accepted;
        }

        private static int Sequence(uint offered, uint running, out string detail)
        {
            detail = null;
            if (offered > running && offered - running <= MaxSequenceStep)
            {
                return UpdateReason.Accepted;
            }

            detail = offered.ToString() + ", running " + running.ToString();
            return offered > running ? UpdateReason.SequenceJump : UpdateReason.SequenceNotNewer;
        }
    }
}
