namespace SecureEsp.DeviceApp.Update
{
    /// <summary>The reasons by name and in words: one line each, <c>name|words</c>.</summary>
    public static class UpdateReasonTable
    {
        /// <summary>The line of a reason.</summary>
        /// <returns>Null where there is no such reason.</returns>
        public static string Line(int reason)
        {
            switch (reason / 100)
            {
                case 0: return Envelope(reason);
                case 1: return Envelope(reason);
                case 2: return Manifest(reason);
                case 3: return Keys(reason);
                case 4: return Policy(reason);
                case 5: return Image(reason);
                case 6: return RunReasonTable.Download(reason);
                case 7: return RunReasonTable.Start(reason);
                default: return null;
            }
        }

        private static string Envelope(int reason)
        {
            switch (reason)
            {
                case UpdateReason.Accepted: return "accepted|accepted";
                case UpdateReason.EnvelopeTruncated: return "envelope-truncated|the bundle ends within its head";
                case UpdateReason.EnvelopeMagic: return "envelope-magic|this is no bundle, or one of a format that this firmware does not know";
                case UpdateReason.EnvelopeCrc: return "envelope-crc|the bundle's first bytes are damaged";
                case UpdateReason.KeyChainLength: return "key-chain-length|the key chain is longer than 8192 bytes";
                case UpdateReason.ManifestLength: return "manifest-length|the manifest is empty or longer than 4096 bytes";
                case UpdateReason.SignaturesLength: return "signatures-length|the signature list is empty or longer than 1024 bytes";
                default: return null;
            }
        }

        private static string Manifest(int reason)
        {
            switch (reason)
            {
                case UpdateReason.ManifestFormat: return "manifest-format|the manifest has a format that this firmware does not know";
                case UpdateReason.ManifestChunkSize: return "manifest-chunk-size|the manifest cuts the payload into chunks of a size other than 4096 bytes";
                case UpdateReason.ManifestPages: return "manifest-pages|the manifest has too few or too many digests for its payload";
                case UpdateReason.ManifestEncryption: return "manifest-encryption|the payload is encrypted in a way that this firmware does not know";
                case UpdateReason.ManifestImageSizes: return "manifest-image-sizes|the sizes of the images do not add up to that of the payload";
                case UpdateReason.ManifestFloor: return "manifest-floor|the version floor is above the version itself";
                case UpdateReason.ManifestSigners: return "manifest-signers|the ids of the signing keys are not in ascending order";
                case UpdateReason.ManifestImageTwice: return "manifest-image-twice|two images have the same name";
                case UpdateReason.ManifestReferenceTwice: return "manifest-reference-twice|an image refers to two assemblies of the same name";
                default: return MalformedReason.Line(reason - UpdateReason.Manifest, "manifest", "the manifest");
            }
        }

        private static string Keys(int reason)
        {
            switch (reason)
            {
                case UpdateReason.SignatureOrder: return "signature-order|signatures are not in ascending order of their keys, or a key signed twice";
                case UpdateReason.KeyChainOrder: return "key-chain-order|the versions of the key chain do not follow one another";
                case UpdateReason.KeyChainGap: return "key-chain-gap|the key chain starts beyond the version after this device's keys";
                case UpdateReason.KeyChainOldKeys: return "key-chain-old-keys|new keys are not signed by enough of the keys before them";
                case UpdateReason.KeyChainNewKeys: return "key-chain-new-keys|new keys are not signed by enough of themselves";
                case UpdateReason.KeySetFormat: return "key-set-format|a key set has a format that this firmware does not know";
                case UpdateReason.KeySetThreshold: return "key-set-threshold|a key set asks for no signature, or for more than it has keys";
                case UpdateReason.KeySetPoint: return "key-set-point|a key is not a point of the curve P-256, uncompressed";
                case UpdateReason.KeySetDuplicate: return "key-set-duplicate|a key stands twice in a key set";
                case UpdateReason.NoKeySet: return "no-key-set|this device has no update keys";
                case UpdateReason.SignerUnknown: return "signer-unknown|no signature is by a key that this device trusts";
                case UpdateReason.SignatureWrong: return "signature-wrong|a signature in the name of a trusted key is wrong";
                case UpdateReason.SignaturesTooFew: return "signatures-too-few|fewer trusted keys signed than must";
                case UpdateReason.SignersDiffer: return "signers-differ|the signatures are not those of the keys that the manifest names";
                default: return MalformedKeys(reason);
            }
        }

        private static string Policy(int reason)
        {
            switch (reason)
            {
                case UpdateReason.UpToDate: return "up-to-date|this is what runs already";
                case UpdateReason.NeverAgain: return "never-again|this bundle has failed here before and is not tried again";
                case UpdateReason.OtherProduct: return "other-product|the bundle is for another product";
                case UpdateReason.OtherTarget: return "other-target|the bundle is for another target";
                case UpdateReason.NoSuchKey: return "no-such-key|this device does not have the key that the payload is encrypted with";
                case UpdateReason.ClockUnset: return "clock-unset|the clock is not set, so nobody can tell whether the offer still stands";
                case UpdateReason.Expired: return "expired|the offer has expired by this device's clock";
                case UpdateReason.NotNewer: return "not-newer|the version is not higher than the one that runs";
                case UpdateReason.BelowFloor: return "below-floor|the version is below the lowest that this device may still run";
                case UpdateReason.SequenceNotNewer: return "sequence-not-newer|the sequence number is not higher than that of what runs";
                case UpdateReason.SequenceJump: return "sequence-jump|the sequence number is more than 65536 above that of what runs";
                case UpdateReason.OtherPeFormat: return "other-pe-format|an image has a format that this firmware's CLR does not take";
                case UpdateReason.ImageOnHost: return "image-on-host|an image has the name of an assembly that the firmware has itself";
                case UpdateReason.ReferenceMissing: return "reference-missing|an image refers to an assembly that is neither in the firmware nor before it in the bundle";
                case UpdateReason.ReferenceVersion: return "reference-version|an image refers to another version of an assembly than there is";
                case UpdateReason.ImageUnused: return "image-unused|an image is in the bundle that no other one refers to";
                case UpdateReason.TooManyAssemblies: return "too-many-assemblies|the CLR does not take so many assemblies";
                case UpdateReason.SlotSize: return "slot-size|the bundle is larger than a slot";
                case UpdateReason.MemorySize: return "memory-size|the images are larger than the memory for them";
                case UpdateReason.PayloadMac: return "payload-mac|the payload's MAC is not right under the device's key of that name";
                default: return null;
            }
        }

        private static string Image(int reason)
        {
            switch (reason)
            {
                case UpdateReason.ImageTruncated: return "image-truncated|the image ends too early";
                case UpdateReason.ImageMarker: return "image-marker|this is no image of nanoFramework";
                case UpdateReason.ImageFormat: return "image-format|the image is of another nanoFramework than 1.x";
                case UpdateReason.ImageHeaderCrc: return "image-header-crc|the image's header is damaged";
                case UpdateReason.ImageBodyCrc: return "image-body-crc|the image is damaged";
                case UpdateReason.ImageNeedsReboot: return "image-needs-reboot|the image asks to be patched into the firmware at a reboot";
                case UpdateReason.ImageFlags: return "image-flags|the image has flags that this firmware does not know";
                case UpdateReason.ImageNativePatch: return "image-native-patch|the image would run native code";
                case UpdateReason.ImagePatchedMethods: return "image-patched-methods|the image replaces methods of other assemblies";
                case UpdateReason.ImageNativeMethods: return "image-native-methods|the image has native methods, which only the firmware can have";
                case UpdateReason.ImageStringTable: return "image-string-table|the image needs a string table that this firmware does not have";
                case UpdateReason.ImageTables: return "image-tables|the image's tables do not lie one after the other within it";
                case UpdateReason.ImageSize: return "image-size|the image is not as long as its header or the manifest says";
                case UpdateReason.ImageName: return "image-name|the image's name is not the one in the manifest";
                case UpdateReason.ImageVersion: return "image-version|the image's version is not the one in the manifest";
                case UpdateReason.ImageReferences: return "image-references|the image does not refer to the assemblies that the manifest names";
                case UpdateReason.ImageStrings: return "image-strings|a name in the image lies outside its strings, has no end, or is too long";
                default: return null;
            }
        }

        private static string MalformedKeys(int reason)
        {
            return reason >= UpdateReason.KeySet ? MalformedReason.Line(reason - UpdateReason.KeySet, "key-set", "a key set")
                : reason >= UpdateReason.KeyChain ? MalformedReason.Line(reason - UpdateReason.KeyChain, "key-chain", "the key chain")
                : MalformedReason.Line(reason - UpdateReason.Signatures, "signatures", "the signature list");
        }
    }
}
