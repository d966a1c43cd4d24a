namespace SecureEsp.DeviceApp.Update
{
    /// <summary>Who made a bundle: from its first byte to a manifest that may be believed.</summary>
    internal static class HeadRules
    {
        /// <summary>Reads the envelope; all it announces must be there, and the device must have keys.</summary>
        public static int Open(byte[] head, int count, DeviceFacts facts, UpdateDecision decision)
        {
            var reason = BundleEnvelope.Read(head, count, out decision.Envelope);
            return reason != UpdateReason.Accepted ? reason
                : count < decision.Envelope.HeadBytes ? UpdateReason.EnvelopeTruncated
                : facts.Keys == null ? UpdateReason.NoKeySet : UpdateReason.Accepted;
        }

        /// <summary>Checks digest and signatures with the decision's keys, and reads the manifest.</summary>
        public static int Judge(byte[] head, DeviceFacts facts, ISignatureScheme scheme, bool mustDiffer, UpdateDecision decision)
        {
            var envelope = decision.Envelope;
            decision.Digest = scheme.Hash(head, envelope.ManifestAt, envelope.ManifestLength);

            // These two need no signature: they only ever refuse, and spare the board a second.
            if (mustDiffer && facts.RunningDigest != null && ByteOrder.AreEqual(facts.RunningDigest, decision.Digest))
            {
                return UpdateReason.UpToDate;
            }

            if (HasFailed(facts, decision.Digest))
            {
                return UpdateReason.NeverAgain;
            }

            SignatureList signatures;
            var reason = SignatureList.Read(head, envelope.SignaturesAt, envelope.SignaturesLength, out signatures);
            if (reason == UpdateReason.Accepted)
            {
                reason = SignatureCheck.Judge(decision.Keys, decision.Digest, signatures, scheme);
            }

            if (reason == UpdateReason.Accepted)
            {
                reason = ManifestReader.Read(head, envelope.ManifestAt, envelope.ManifestLength, out decision.Manifest);
            }

            return reason != UpdateReason.Accepted || AreSame(decision.Manifest.Signers, signatures) ? reason : UpdateReason.SignersDiffer;
        }

        private static bool HasFailed(DeviceFacts facts, byte[] digest)
        {
            for (var i = 0; i < facts.NeverAgain.Length; i++)
            {
                if (facts.NeverAgain[i] != null && ByteOrder.AreEqual(facts.NeverAgain[i], digest))
                {
                    return true;
                }
            }

            return false;
        }

        private static bool AreSame(byte[][] signers, SignatureList signatures)
        {
            if (signers.Length != signatures.Count)
            {
                return false;
            }

            for (var i = 0; i < signers.Length; i++)
            {
                if (signatures.CompareKeyId(i, signers[i]) != 0)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
