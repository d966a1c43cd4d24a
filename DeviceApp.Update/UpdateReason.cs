namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// Why a bundle is refused: a number that stays the same for ever, since it is stored, logged and reported. The hundreds tell who
    /// refuses: 1 envelope, 2 manifest, 3 keys and signatures, 4 this device's policy, 5 images; 6 is for the download, 7 for the start.
    /// Names and words: <see cref="UpdateReasonTable"/>.
    /// </summary>
    public static class UpdateReason
    {
        /// <summary>Accepted.</summary>
        public const int Accepted = 0;

        /// <summary>The bundle ends within its head.</summary>
        public const int EnvelopeTruncated = 101;

        /// <summary>This is no bundle, or one of a format that this firmware does not know.</summary>
        public const int EnvelopeMagic = 102;

        /// <summary>The bundle's first bytes are damaged.</summary>
        public const int EnvelopeCrc = 103;

        /// <summary>The key chain is longer than 8192 bytes.</summary>
        public const int KeyChainLength = 104;

        /// <summary>The manifest is empty or longer than 4096 bytes.</summary>
        public const int ManifestLength = 105;

        /// <summary>The signature list is empty or longer than 1024 bytes.</summary>
        public const int SignaturesLength = 106;

        /// <summary>Plus a <see cref="CborError"/>: the manifest is malformed.</summary>
        public const int Manifest = 200;

        /// <summary>The manifest has a format that this firmware does not know.</summary>
        public const int ManifestFormat = 211;

        /// <summary>The manifest cuts the payload into chunks of a size other than 4096 bytes.</summary>
        public const int ManifestChunkSize = 212;

        /// <summary>The manifest has too few or too many digests for its payload.</summary>
        public const int ManifestPages = 213;

        /// <summary>The payload is encrypted in a way that this firmware does not know.</summary>
        public const int ManifestEncryption = 214;

        /// <summary>The sizes of the images do not add up to that of the payload.</summary>
        public const int ManifestImageSizes = 215;

        /// <summary>The version floor is above the version itself.</summary>
        public const int ManifestFloor = 216;

        /// <summary>The ids of the signing keys are not in ascending order.</summary>
        public const int ManifestSigners = 217;

        /// <summary>Two images have the same name.</summary>
        public const int ManifestImageTwice = 218;

        /// <summary>An image refers to two assemblies of the same name.</summary>
        public const int ManifestReferenceTwice = 219;

        /// <summary>Plus a <see cref="CborError"/>: the signature list is malformed.</summary>
        public const int Signatures = 300;

        /// <summary>Signatures are not in ascending order of their keys, or a key signed twice.</summary>
        public const int SignatureOrder = 311;

        /// <summary>Plus a <see cref="CborError"/>: the key chain is malformed.</summary>
        public const int KeyChain = 320;

        /// <summary>The versions of the key chain do not follow one another.</summary>
        public const int KeyChainOrder = 331;

        /// <summary>The key chain starts beyond the version after this device's keys.</summary>
        public const int KeyChainGap = 332;

        /// <summary>New keys are not signed by enough of the keys before them.</summary>
        public const int KeyChainOldKeys = 333;

        /// <summary>New keys are not signed by enough of themselves.</summary>
        public const int KeyChainNewKeys = 334;

        /// <summary>Plus a <see cref="CborError"/>: a key set is malformed.</summary>
        public const int KeySet = 340;

        /// <summary>A key set has a format that this firmware does not know.</summary>
        public const int KeySetFormat = 351;

        /// <summary>A key set asks for no signature, or for more than it has keys.</summary>
        public const int KeySetThreshold = 352;

        /// <summary>A key is not a point of the curve P-256, uncompressed.</summary>
        public const int KeySetPoint = 353;

        /// <summary>A key stands twice in a key set.</summary>
        public const int KeySetDuplicate = 354;

        /// <summary>This device has no update keys.</summary>
        public const int NoKeySet = 371;

        /// <summary>No signature is by a key that this device trusts.</summary>
        public const int SignerUnknown = 372;

        /// <summary>A signature in the name of a trusted key is wrong.</summary>
        public const int SignatureWrong = 373;

        /// <summary>Fewer trusted keys signed than must.</summary>
        public const int SignaturesTooFew = 374;

        /// <summary>The signatures are not those of the keys that the manifest names.</summary>
        public const int SignersDiffer = 375;

        /// <summary>This is what runs already.</summary>
        public const int UpToDate = 400;

        /// <summary>This bundle has failed here before and is not tried again.</summary>
        public const int NeverAgain = 401;

        /// <summary>The bundle is for another product.</summary>
        public const int OtherProduct = 402;

        /// <summary>The bundle is for another target.</summary>
        public const int OtherTarget = 403;

        /// <summary>This device does not have the key that the payload is encrypted with.</summary>
        public const int NoSuchKey = 404;

        /// <summary>The clock is not set, so nobody can tell whether the offer still stands.</summary>
        public const int ClockUnset = 405;

        /// <summary>The offer has expired by this device's clock.</summary>
        public const int Expired = 406;

        /// <summary>The version is not higher than the one that runs.</summary>
        public const int NotNewer = 407;

        /// <summary>The version is below the lowest that this device may still run.</summary>
        public const int BelowFloor = 408;

        /// <summary>The sequence number is not higher than that of what runs.</summary>
        public const int SequenceNotNewer = 409;

        /// <summary>The sequence number is more than 65536 above that of what runs.</summary>
        public const int SequenceJump = 410;

        /// <summary>An image has a format that this firmware's CLR does not take.</summary>
        public const int OtherPeFormat = 411;

        /// <summary>An image has the name of an assembly that the firmware has itself.</summary>
        public const int ImageOnHost = 412;

        /// <summary>An image refers to an assembly that is neither in the firmware nor before it in the bundle.</summary>
        public const int ReferenceMissing = 413;

        /// <summary>An image refers to another version of an assembly than there is.</summary>
        public const int ReferenceVersion = 414;

        /// <summary>An image is in the bundle that no other one refers to.</summary>
        public const int ImageUnused = 415;

        /// <summary>The CLR does not take so many assemblies.</summary>
        public const int TooManyAssemblies = 416;

        /// <summary>The bundle is larger than a slot.</summary>
        public const int SlotSize = 417;

        /// <summary>The images are larger than the memory for them.</summary>
        public const int MemorySize = 418;

        /// <summary>The payload is encrypted with another key than the device has under that name, or was changed.</summary>
        public const int PayloadMac = 419;

        /// <summary>The image ends too early.</summary>
        public const int ImageTruncated = 501;

        /// <summary>This is no image of nanoFramework.</summary>
        public const int ImageMarker = 502;

        /// <summary>The image is of another nanoFramework than 1.x.</summary>
        public const int ImageFormat = 503;

        /// <summary>The image's header is damaged.</summary>
        public const int ImageHeaderCrc = 504;

        /// <summary>The image is damaged.</summary>
        public const int ImageBodyCrc = 505;

        /// <summary>The image asks to be patched into the firmware at a reboot.</summary>
        public const int ImageNeedsReboot = 506;

        /// <summary>The image has flags that this firmware does not know.</summary>
        public const int ImageFlags = 507;

        /// <summary>The image would run native code.</summary>
        public const int ImageNativePatch = 508;

        /// <summary>The image replaces methods of other assemblies.</summary>
        public const int ImagePatchedMethods = 509;

        /// <summary>The image has native methods, which only the firmware can have.</summary>
        public const int ImageNativeMethods = 510;

        /// <summary>The image needs a string table that this firmware does not have.</summary>
        public const int ImageStringTable = 511;

        /// <summary>The image's tables do not lie one after the other within it.</summary>
        public const int ImageTables = 512;

        /// <summary>The image is not as long as its header or the manifest says.</summary>
        public const int ImageSize = 513;

        /// <summary>The image's name is not the one in the manifest.</summary>
        public const int ImageName = 514;

        /// <summary>The image's version is not the one in the manifest.</summary>
        public const int ImageVersion = 515;

        /// <summary>The image does not refer to the assemblies that the manifest names.</summary>
        public const int ImageReferences = 516;

        /// <summary>A name in the image lies outside its strings, has no end, or is too long.</summary>
        public const int ImageStrings = 517;
    }
}
