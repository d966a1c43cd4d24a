using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Updates.Format;

namespace SecureEsp.ServerHarness.Updates;

/// <summary>Bundles on disk.</summary>
internal static class BundleFile
{
    private const int Largest = 17 * 1024 * 1024;

    /// <exception cref="HarnessException">There is no such file, or it is no bundle.</exception>
    public static Bundle Read(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new HarnessException($"there is no {path}", "make it: update build", ExitCode.Missing);
        }

        if (file.Length > Largest)
        {
            throw new HarnessException($"{path} is too large for a bundle: {file.Length} bytes", "give a file of 'update build'");
        }

        return Told(path, () => Bundle.Read(File.ReadAllBytes(path)));
    }

    public static void Write(string path, Bundle bundle) => AtomicFile.Write(Path.GetFullPath(path), bundle.ToArray(), AtomicFile.Public);

    /// <summary>Puts what a bundle is refused for into the program's words.</summary>
    public static T Told<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is BundleException or VirtualDevice.Images.ImageException)
        {
            throw new HarnessException(Text.Printable($"{path} is refused: {e.Message}"), "build and sign it anew", inner: e);
        }
    }
}
