namespace SecureEsp.VirtualDevice.Images;

/// <summary>
/// An assembly of .NET inside an image of nanoFramework: on a machine without nanoFramework's tool chain it takes the place
/// of a real image. Everything that firmware checks is there; what a board would run is not, and only a VirtualDevice runs it.
/// </summary>
public static class WrappedAssembly
{
    /// <summary>What the image's resource data starts with; the assembly follows.</summary>
    public static ReadOnlySpan<byte> Marker => "SecureEsp .NET 1"u8;

    /// <returns>The assembly's bytes; null where the image is a real one.</returns>
    public static byte[]? Find(PeImage image)
    {
        var data = image.Table(ImageTable.ResourcesData).Span;
        return data.StartsWith(Marker) ? data[Marker.Length..].ToArray() : null;
    }
}
