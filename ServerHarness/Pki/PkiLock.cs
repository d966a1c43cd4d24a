namespace SecureEsp.ServerHarness.Pki;

/// <summary>
/// One writer at a time per PKI folder, across processes. The system drops it when its holder dies; what a dead holder has
/// left half-done is finished or removed for the next one.
/// </summary>
internal sealed class PkiLock : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    private readonly FileStream _file;

    private PkiLock(FileStream file) => _file = file;

    /// <exception cref="HarnessException">The folder is not writable, or another run holds it for too long.</exception>
    public static PkiLock Acquire(string folder)
    {
        AtomicFile.CreateFolder(folder);
        var held = Wait(Path.Combine(folder, ".lock"));
        try
        {
            PkiTransaction.Recover(folder);
            AtomicFile.RemoveLeftovers(folder);
            AtomicFile.RemoveLeftovers(Path.Combine(folder, "authorities"));
            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static PkiLock Wait(string path)
    {
        for (var waited = TimeSpan.Zero; ; waited += s_pause)
        {
            try
            {
                return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (waited < s_limit)
            {
                Thread.Sleep(s_pause);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new HarnessException(
                    $"cannot lock {path}: {e.Message}", "wait for the other run to end, or check who owns the folder", inner: e);
            }
        }
    }
}
