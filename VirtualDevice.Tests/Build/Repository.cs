namespace SecureEsp.VirtualDevice.Tests.Build;

/// <summary>The working copy that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    private static string Find(DirectoryInfo? folder)
    {
        for (; folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "nfproj.props"))) return folder.FullName;
        throw new DirectoryNotFoundException($"no nfproj.props above {AppContext.BaseDirectory}");
    }
}
