using Microsoft.Win32.SafeHandles;

namespace SecureEsp.VirtualDevice.Runtime.Rewriting;

/// <summary>
/// An assembly's bytes in a file without a name, which the runtime maps once for all devices of the process; loaded from
/// memory, each device would have a copy. The file is gone with the process, however that ends. Only Linux has such files.
/// </summary>
internal sealed class SharedImage
{
    private readonly SafeFileHandle _open;

    private SharedImage(SafeFileHandle open) => _open = open;

    public string Path => $"/proc/self/fd/{_open.DangerousGetHandle()}";

    /// <returns>Null where this system cannot do it.</returns>
    public static SharedImage? Create(byte[] image)
    {
        if (!OperatingSystem.IsLinux() || !Directory.Exists("/proc/self/fd")) return null;
        try
        {
            var name = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName());
            var open = File.OpenHandle(name, FileMode.CreateNew, FileAccess.ReadWrite);
            File.Delete(name);
            RandomAccess.Write(open, image, 0);
            return new(open);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // No room for temporary files: devices run all the same, and take more memory.
            return null;
        }
    }
}
