namespace SecureEsp.VirtualDevice.Runtime;

/// <summary>The assemblies that a device is flashed with: an application, those beside it, and the device's libraries.</summary>
public sealed class FirmwareImage
{
    private readonly string[] _folders;

    /// <param name="application">The application's assembly; the ones that it needs may lie beside it.</param>
    /// <param name="libraries">Folders with nanoFramework libraries; without any, the VirtualDevice's own.</param>
    /// <exception cref="FileNotFoundException">There is no such assembly.</exception>
    public FirmwareImage(string application, params string[] libraries)
    {
        if (!File.Exists(application)) throw new FileNotFoundException($"no firmware at {application}", application);
        Application = Path.GetFullPath(application);
        _folders = [Path.GetDirectoryName(Application)!, .. libraries, OwnLibraries];
    }

    public string Application { get; }

    /// <summary>Whether what the firmware executes is counted: see <see cref="Device.ReadMeter"/>. It runs a few times slower then.</summary>
    public bool IsMetered { get; init; }

    /// <summary>Watches the heap of metered firmware, each time that so many bytes were made: see <see cref="Device.LiveHeap"/>. Null: it is not watched.</summary>
    public int? HeapStep { get; init; }

    /// <summary>Name of the application's assembly.</summary>
    public string Name => Path.GetFileNameWithoutExtension(Application);

    private static string OwnLibraries => Path.Combine(Path.GetDirectoryName(typeof(FirmwareImage).Assembly.Location)!, "Reference");

    /// <summary>The file of an assembly, by simple name: versions and tokens do not count on the device.</summary>
    internal string? Find(string name)
    {
        if (name == Name) return Application;
        // Beside the application lie its own assemblies; a library there counts only if it is none of the device's.
        foreach (var folder in _folders.Skip(1).Append(_folders[0]))
        {
            var path = Path.Combine(folder, name + ".dll");
            if (File.Exists(path)) return path;
        }
        return null;
    }
}
