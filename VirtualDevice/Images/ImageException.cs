namespace SecureEsp.VirtualDevice.Images;

/// <summary>Why an image is none, or none that may run.</summary>
public enum ImageFlaw
{
    /// <summary>Too short, a checksum is wrong, or a table lies outside the file.</summary>
    Damaged,

    /// <summary>Not the marker of nanoFramework 1.x.</summary>
    WrongFormat,

    /// <summary>patchEntryOffset is set: the CLR would jump into the file's bytes.</summary>
    NativePatch,

    /// <summary>numOfPatchedMethods is not zero: the CLR has no support for that.</summary>
    PatchedMethods,

    /// <summary>The NeedReboot flag is set: the CLR refuses to load it while it runs.</summary>
    NeedsReboot,
}

/// <summary>An image that is refused.</summary>
public sealed class ImageException(ImageFlaw flaw, string message) : FormatException(message)
{
    public ImageFlaw Flaw { get; } = flaw;
}
