using System.Text.Json;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Updates.Publishing;

/// <summary>
/// A store on disk: <c>objects/</c> with the bundles, <c>releases.json</c>, <c>groups.json</c> and <c>reports.json</c>. Each file is the
/// old one or the new one at any moment, and an object is there before a release names it.
/// </summary>
internal sealed class StoreFolder(string folder)
{
    /// <summary>What S3 calls a bucket: the first part of an object's path.</summary>
    public const string Bucket = "updates";

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private readonly string _folder = Path.GetFullPath(folder);

    public string Folder => _folder;

    public IReadOnlyList<Release> Releases => Read<List<Release>>("releases.json") ?? [];

    /// <summary>Members of each group: written by hand.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Groups => Read<Dictionary<string, IReadOnlyList<string>>>("groups.json") ?? [];

    public IReadOnlyDictionary<string, DeviceReport> Reports => Read<Dictionary<string, DeviceReport>>("reports.json") ?? [];

    /// <summary>Puts a bundle in, and then the release that names it.</summary>
    public void Publish(Release release, byte[] bundle)
    {
        var path = PathOf(release);
        AtomicFile.CreateFolder(Path.GetDirectoryName(path)!);
        using (PkiLock.Acquire(_folder))
        {
            AtomicFile.Write(path, bundle, AtomicFile.Public);
            Write("releases.json", Releases.Append(release));
        }
    }

    /// <summary>Puts a changed release in the place of the one of the same product and version.</summary>
    public void Replace(Release release)
    {
        using (PkiLock.Acquire(_folder))
        {
            Write("releases.json", Releases.Select(r => (r.Product, r.Version) == (release.Product, release.Version) ? release : r));
        }
    }

    public void WriteReports(IReadOnlyDictionary<string, DeviceReport> reports)
    {
        AtomicFile.CreateFolder(_folder);
        Write("reports.json", reports);
    }

    /// <summary>The file of a path of the store, /BUCKET/KEY; null where no release has that object: nothing else is ever read.</summary>
    public (string Path, Release Release)? Find(string objectPath) =>
        Releases.FirstOrDefault(r => objectPath == $"/{Bucket}/{r.Object}") is { } release ? (PathOf(release), release) : null;

    /// <exception cref="HarnessException">There is no such folder.</exception>
    public void RequireThere()
    {
        if (!Directory.Exists(_folder))
        {
            throw new HarnessException($"there is no store at {_folder}", "publish a bundle first: update publish", ExitCode.Missing);
        }
    }

    private string PathOf(Release release) => Path.Combine([_folder, "objects", .. release.Object.Split('/')]);

    private void Write<T>(string name, T value) =>
        AtomicFile.Write(Path.Combine(_folder, name), JsonSerializer.SerializeToUtf8Bytes(value, s_json), AtomicFile.Public);

    private T? Read<T>(string name) where T : class
    {
        var path = Path.Combine(_folder, name);
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), s_json) : null;
        }
        catch (JsonException e)
        {
            throw new HarnessException($"{path} cannot be read: {e.Message}", "correct it, or restore it from a backup", inner: e);
        }
    }
}
