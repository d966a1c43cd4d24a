namespace SecureEsp.DeviceApp.Update
{
    /// <summary>What the policy says of a bundle.</summary>
    public sealed class UpdateDecision
    {
        /// <summary>A <see cref="UpdateReason"/>.</summary>
        public int Reason;

        /// <summary>What exactly, such as the assembly that is missing; null where there is nothing more to say.</summary>
        public string Detail;

        /// <summary>Where the parts lie; null where the envelope is refused.</summary>
        public BundleEnvelope Envelope;

        /// <summary>
        /// The keys in force from now on. Where these are not the device's, they are to be stored, whatever becomes of the application:
        /// the chain to them held.
        /// </summary>
        public KeySet Keys;

        /// <summary>SHA-256 of the manifest, which names the bundle; null where it was not reached.</summary>
        public byte[] Digest;

        /// <summary>The manifest; null where it is not signed or not well-formed.</summary>
        public Manifest Manifest;

        /// <summary>Whether the bundle is taken.</summary>
        public bool Accepted
        {
            get { return Reason == UpdateReason.Accepted; }
        }

        /// <summary>Number, name and words, as they are logged.</summary>
        public override string ToString()
        {
            return UpdateReasonWords.Full(Reason, Detail);
        }
    }
}
