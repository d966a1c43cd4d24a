using SecureEsp.ServerHarness.Updates.Format;
using SecureEsp.ServerHarness.Updates.Keys;

namespace SecureEsp.ServerHarness.Updates.Linking;

/// <summary>An allow-list with its signature beside it.</summary>
internal static class AllowListFile
{
    /// <exception cref="HarnessException">It is not signed by a key in force, or a line cannot be read.</exception>
    public static AllowList Read(string path, KeySet keys)
    {
        try
        {
            return AllowList.Parse(DetachedSignature.ReadVerified(path, keys));
        }
        catch (FormatException e)
        {
            throw new HarnessException($"{path}: {e.Message}", "correct the line, and have the file signed again", inner: e);
        }
    }
}
