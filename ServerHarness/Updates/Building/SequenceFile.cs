using System.Globalization;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Updates.Building;

/// <summary>The last sequence number of a product, beside the signing key: a device takes only higher ones.</summary>
internal static class SequenceFile
{
    /// <exception cref="HarnessException">The file holds no number.</exception>
    public static uint Next(string path)
    {
        var last = !File.Exists(path) ? 0
            : uint.TryParse(File.ReadAllText(path).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new HarnessException($"{path} holds no number", "write the last sequence number into it, or give one with --sequence");
        return checked(last + 1);
    }

    /// <summary>Notes a number that was used, unless a higher one was.</summary>
    public static void Note(string path, uint used)
    {
        if (used >= Next(path))
        {
            AtomicFile.Write(path, used.ToString(CultureInfo.InvariantCulture) + "\n", AtomicFile.Public);
        }
    }
}
