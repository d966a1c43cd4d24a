using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Broker;

/// <summary>The folder in which mosquitto keeps what shall outlive it.</summary>
internal static class BrokerPersistence
{
    /// <summary>Makes the folder if need be, and hands it over to the user that mosquitto becomes.</summary>
    /// <returns>Its absolute path; null where nothing is kept.</returns>
    /// <exception cref="HarnessException">It cannot be made or handed over.</exception>
    public static string? Prepare(string? folder, SystemUser? user)
    {
        if (folder is null)
        {
            return null;
        }

        var path = Path.GetFullPath(folder);
        AtomicFile.CreateFolder(path);
        user?.TakeOver(path);
        return path;
    }
}
