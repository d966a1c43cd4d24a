namespace SecureEsp.DeviceApp.Update
{
    /// <summary>What must hold between the fields of a manifest, whatever the device.</summary>
    public static class ManifestRules
    {
        /// <summary>Most images.</summary>
        public const int MaxImages = 16;

        /// <summary>Judges a manifest that is well-formed.</summary>
        /// <returns>A <see cref="UpdateReason"/>.</returns>
        public static int Judge(Manifest manifest, long chunkBytes)
        {
            if (chunkBytes != PayloadLayout.ChunkBytes)
            {
                return UpdateReason.ManifestChunkSize;
            }

            if (manifest.PageDigests.Length != manifest.Payload.Pages)
            {
                return UpdateReason.ManifestPages;
            }

            if (manifest.Encryption != null && manifest.Encryption.Algorithm != PayloadEncryption.Aes128CbcHmac)
            {
                return UpdateReason.ManifestEncryption;
            }

            // 16 images of at most 16 MiB: their sum stays below 2^31.
            var bytes = manifest.ImageBytes;
            if (manifest.Payload.Size != (manifest.Encryption == null ? bytes : PayloadEncryption.Padded(bytes)))
            {
                return UpdateReason.ManifestImageSizes;
            }

            if (manifest.Floor.CompareTo(manifest.Version) > 0)
            {
                return UpdateReason.ManifestFloor;
            }

            return AreAscending(manifest.Signers) ? Names(manifest.Images) : UpdateReason.ManifestSigners;
        }

        private static bool AreAscending(byte[][] ids)
        {
            for (var i = 1; i < ids.Length; i++)
            {
                if (ByteOrder.Compare(ids[i - 1], 0, ids[i], 0, SignatureList.KeyIdBytes) >= 0)
                {
                    return false;
                }
            }

            return true;
        }

        private static int Names(ManifestImage[] images)
        {
            for (var i = 0; i < images.Length; i++)
            {
                for (var before = 0; before < i; before++)
                {
                    if (images[before].Name == images[i].Name)
                    {
                        return UpdateReason.ManifestImageTwice;
                    }
                }

                if (HasDouble(images[i].References))
                {
                    return UpdateReason.ManifestReferenceTwice;
                }
            }

            return UpdateReason.Accepted;
        }

        private static bool HasDouble(AssemblyReference[] references)
        {
            for (var i = 1; i < references.Length; i++)
            {
                for (var before = 0; before < i; before++)
                {
                    if (references[before].Name == references[i].Name)
                    {
                        return true;
                    }
                }
            }

            return false;
        }
    }
}
