using Mono.Cecil;
using SecureEsp.VirtualDevice.Images;

namespace SecureEsp.VirtualDevice.Tests.Images;

/// <summary>Images of the test firmware, as they are or with something changed.</summary>
internal static class Changed
{
    public static byte[] Assembly(string firmware) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Firmware", firmware + ".dll"));

    public static byte[] Sample(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Images", "Samples", name));

    public static byte[] Image(string firmware, Action<ModuleDefinition>? change = null)
    {
        if (change is null) return ImageWriter.Wrap(Assembly(firmware));
        using var module = ModuleDefinition.ReadModule(new MemoryStream(Assembly(firmware)));
        change(module);
        using var changed = new MemoryStream();
        module.Write(changed);
        return ImageWriter.Wrap(changed.ToArray());
    }

    /// <summary>With some of its bytes changed and both checksums right.</summary>
    public static byte[] Sealed(byte[] image, Action<byte[]> change)
    {
        change(image);
        ImageWriter.Seal(image);
        return image;
    }
}
