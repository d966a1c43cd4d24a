namespace SecureEsp.ServerHarness.Endpoint;

/// <summary>What tells one version of some files from another, without reading them.</summary>
internal sealed class FileStamps : IEquatable<FileStamps>
{
    private readonly (long Length, DateTime Written, DateTime Created)[] _stamps;

    private FileStamps(IEnumerable<string> files) => _stamps = [.. files.Select(Of)];

    public static FileStamps Of(IEnumerable<string> files) => new(files);

    public bool Equals(FileStamps? other) => other is not null && _stamps.AsSpan().SequenceEqual(other._stamps);

    public override bool Equals(object? obj) => Equals(obj as FileStamps);

    public override int GetHashCode() => _stamps.Length;

    // A link, as many renewal programs leave one, is followed to what it points at. A missing file has a stamp too.
    private static (long, DateTime, DateTime) Of(string path)
    {
        FileSystemInfo file = new FileInfo(path);
        try
        {
            file = file.ResolveLinkTarget(returnFinalTarget: true) ?? file;
        }
        catch (IOException)
        {
            // A link to nowhere counts as what it is itself: reading it will fail, and be told.
        }

        return file is FileInfo { Exists: true } there ? (there.Length, there.LastWriteTimeUtc, there.CreationTimeUtc) : default;
    }
}
