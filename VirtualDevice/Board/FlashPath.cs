namespace SecureEsp.VirtualDevice.Board;

/// <summary>A place on drive I: as its names from the root down. Names are case-sensitive, as littlefs has them.</summary>
internal readonly record struct FlashPath
{
    private const string Drive = "I:";
    private const int MaximumLength = 258;
    private const int MaximumName = 255;

    private readonly string _names;

    private FlashPath(string names) => _names = names;

    public static FlashPath Root { get; } = new("");

    public bool IsRoot => _names.Length == 0;

    public string Name => _names[(_names.LastIndexOf('\\') + 1)..];

    public FlashPath Parent => new(_names.LastIndexOf('\\') is var at and >= 0 ? _names[..at] : "");

    /// <summary>Reads a path as firmware writes it: <c>I:\a\b</c>.</summary>
    /// <exception cref="FlashException">Another drive, or too long.</exception>
    public static FlashPath Parse(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length > MaximumLength) throw new FlashException(FlashError.PathTooLong, path);
        if (path.Split('\\', '/') is not [Drive, .. var names]) throw new FlashException(FlashError.InvalidDriver, path);
        var kept = names.Where(n => n.Length > 0).ToArray();
        if (kept.Any(n => n.Length > MaximumName)) throw new FlashException(FlashError.PathTooLong, path);
        return new(string.Join('\\', kept));
    }

    public bool IsBelow(FlashPath directory) => directory.IsRoot ? !IsRoot : _names.StartsWith(directory._names + "\\", StringComparison.Ordinal);

    /// <summary>The same place after a directory above it, or it itself, got another path.</summary>
    public FlashPath Moved(FlashPath from, FlashPath to) => new(to._names + _names[from._names.Length..]);

    public override string ToString() => $"{Drive}\\{_names}";
}
