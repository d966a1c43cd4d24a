namespace SecureEsp.ServerHarness.Pki;

/// <summary>
/// Several files of a PKI folder that change together. They are written to <c>.next</c>; one rename to <c>.ready</c> decides;
/// then each moves to its place. A run that is killed before the rename leaves the old files, one killed after it is
/// finished by the next run.
/// </summary>
internal sealed class PkiTransaction
{
    private const string Next = ".next";
    private const string Ready = ".ready";

    private readonly string _folder;

    private PkiTransaction(string folder) => _folder = folder;

    /// <summary>Begins a transaction; the caller holds the folder's lock, so there is never a second one.</summary>
    public static PkiTransaction Begin(string folder)
    {
        Recover(folder);
        return new(folder);
    }

    /// <summary>Whether an earlier run was killed between its decision and its end.</summary>
    public static bool IsUnfinished(string folder) => Directory.Exists(Path.Combine(folder, Ready));

    /// <summary>Finishes or forgets what an earlier run has left; the caller holds the folder's lock.</summary>
    public static void Recover(string folder)
    {
        Finish(folder);
        Delete(Path.Combine(folder, Next));
    }

    /// <summary>Puts a file into the transaction.</summary>
    /// <param name="path">Its place, below the PKI's folder.</param>
    public PkiTransaction Put(string path, string content, UnixFileMode mode)
    {
        // The final folder now, while failing is still harmless: a full disk may have no room for it later.
        AtomicFile.CreateFolder(Path.GetDirectoryName(path)!);
        var staged = Path.Combine(_folder, Next, Path.GetRelativePath(_folder, path));
        AtomicFile.CreateFolder(Path.GetDirectoryName(staged)!);
        AtomicFile.Write(staged, content, mode);
        return this;
    }

    /// <summary>Makes all of it true.</summary>
    public void Commit()
    {
        Directory.Move(Path.Combine(_folder, Next), Path.Combine(_folder, Ready));
        Finish(_folder);
    }

    private static void Finish(string folder)
    {
        var ready = Path.Combine(folder, Ready);
        if (!Directory.Exists(ready))
        {
            return;
        }

        // A key before its certificate: where there was none, the certificate's presence says that the pair is complete.
        var files = Directory.GetFiles(ready, "*", SearchOption.AllDirectories)
            .OrderBy(f => !f.EndsWith(".key.pem", StringComparison.Ordinal)).ThenBy(f => f, StringComparer.Ordinal);
        foreach (var file in files)
        {
            var place = Path.Combine(folder, Path.GetRelativePath(ready, file));
            AtomicFile.CreateFolder(Path.GetDirectoryName(place)!);
            File.Move(file, place, overwrite: true);
        }

        Delete(ready);
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
