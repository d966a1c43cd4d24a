namespace SecureEsp.DeviceApp.Update
{
    /// <summary>Whether a bundle fits.</summary>
    internal static class SizeRules
    {
        /// <summary>Judges the sizes of the whole file and of what runs.</summary>
        public static int Judge(BundleEnvelope envelope, Manifest manifest, DeviceFacts facts, out string detail)
        {
            var file = manifest.Payload.BundleBytes(envelope.HeadBytes);
            if (file > facts.SlotBytes)
            {
                detail = file.ToString() + " of " + facts.SlotBytes.ToString() + " bytes";
                return UpdateReason.SlotSize;
            }

            var images = manifest.ImageBytes;
            detail = images > facts.MemoryBytes ? images.ToString() + " of " + facts.MemoryBytes.ToString() + " bytes" : null;
            return images > facts.MemoryBytes ? UpdateReason.MemorySize : UpdateReason.Accepted;
        }
    }
}
