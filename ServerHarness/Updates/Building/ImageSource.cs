using SecureEsp.VirtualDevice.Images;
using SecureEsp.VirtualDevice.Toolchain.Check;

namespace SecureEsp.ServerHarness.Updates.Building;

/// <summary>Images of files: a .pe as it is, a .NET-built assembly wrapped in one.</summary>
internal static class ImageSource
{
    /// <exception cref="HarnessException">It is neither, or a board could not run it.</exception>
    public static PeImage Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new HarnessException($"there is no {path}", "build the application first", ExitCode.Missing);
        }

        var bytes = File.ReadAllBytes(path);
        try
        {
            return PeImage.Read(bytes.AsSpan().StartsWith("MZ"u8) ? Wrap(path, bytes) : bytes);
        }
        catch (ImageException e)
        {
            throw new HarnessException($"{path} is refused: {e.Message}", "give a .pe of the nanoFramework 1.x build, or the .dll that the .NET SDK built", inner: e);
        }
    }

    private static byte[] Wrap(string path, byte[] assembly)
    {
        try
        {
            var findings = FirmwareRules.Check(path);
            return findings.Count == 0
                ? ImageWriter.Wrap(assembly)
                : throw new HarnessException($"{path} cannot run on a board: {string.Join("; ", findings.Select(f => f.Message))}", "use only what nanoFramework 1.x has");
        }
        catch (NotSupportedException e)
        {
            throw new HarnessException($"{path} cannot run on a board: {e.Message}", "use only what nanoFramework 1.x has", inner: e);
        }
        catch (BadImageFormatException e)
        {
            throw new HarnessException($"{path} is no .NET assembly", "give the .dll of the application's project", inner: e);
        }
    }
}
