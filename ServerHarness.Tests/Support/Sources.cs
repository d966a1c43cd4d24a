namespace SecureEsp.ServerHarness.Tests.Support;

/// <summary>Files of the repository that users copy as they are.</summary>
public static class Sources
{
    /// <summary>The path of a file below the repository's root.</summary>
    public static string Path(params string[] parts)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "SecureEsp.sln")))
            {
                return System.IO.Path.Combine([folder.FullName, .. parts]);
            }
        }

        throw new InvalidOperationException($"{AppContext.BaseDirectory} is not below the repository's root");
    }
}
