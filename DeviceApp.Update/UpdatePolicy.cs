namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// Decides from a bundle's head alone, before anything of its payload is fetched. The order is that of the README: signatures before
    /// anything that was signed is read, then what this device is, then time and versions, then whether it would run.
    /// </summary>
    public static class UpdatePolicy
    {
        /// <summary>Judges an offer.</summary>
        /// <param name="head">Holds the envelope, key chain, manifest and signatures, from its first byte on.</param>
        /// <param name="count">How many bytes there are; those after the head are not looked at.</param>
        /// <param name="facts">The device.</param>
        /// <param name="scheme">Checks the signatures.</param>
        public static UpdateDecision Judge(byte[] head, int count, DeviceFacts facts, ISignatureScheme scheme)
        {
            var decision = new UpdateDecision { Keys = facts.Keys };
            decision.Reason = HeadRules.Open(head, count, facts, decision);
            if (decision.Accepted)
            {
                decision.Reason = KeyChain.Follow(head, BundleEnvelope.Bytes, decision.Envelope.KeyChainLength, facts.Keys, scheme, out decision.Keys);
            }

            if (decision.Accepted)
            {
                decision.Reason = HeadRules.Judge(head, facts, scheme, true, decision);
            }

            if (decision.Accepted)
            {
                decision.Reason = OfferRules.Judge(decision.Manifest, facts, out decision.Detail);
            }

            return Run(decision, facts);
        }

        /// <summary>
        /// Judges what lies in a slot, at boot: all but time, and whether it is newer, since what was installed must start without a
        /// network. <see cref="DeviceFacts.Keys"/> are those it was accepted with: a later rotation does not stop it, the version floor does.
        /// </summary>
        public static UpdateDecision JudgeInstalled(byte[] head, int count, DeviceFacts facts, ISignatureScheme scheme)
        {
            var decision = new UpdateDecision { Keys = facts.Keys };
            decision.Reason = HeadRules.Open(head, count, facts, decision);
            if (decision.Accepted)
            {
                decision.Reason = HeadRules.Judge(head, facts, scheme, false, decision);
            }

            if (decision.Accepted)
            {
                decision.Reason = OfferRules.JudgeInstalled(decision.Manifest, facts, out decision.Detail);
            }

            return Run(decision, facts);
        }

        private static UpdateDecision Run(UpdateDecision decision, DeviceFacts facts)
        {
            if (decision.Accepted)
            {
                decision.Reason = LinkRules.Judge(decision.Manifest, facts, out decision.Detail);
            }

            if (decision.Accepted)
            {
                decision.Reason = SizeRules.Judge(decision.Envelope, decision.Manifest, facts, out decision.Detail);
            }

            return decision;
        }
    }
}
