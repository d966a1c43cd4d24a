extern alias corelib;

using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Libraries.FileSystem;

/// <summary>Host side of System.IO.FileSystem, DriveInfo. The board has one drive, I:, and no slot for cards.</summary>
[Natives("System.IO.FileSystem", "System.IO.DriveInfo")]
internal static class DriveInfoNatives
{
    private const int VolumeNotFound = unchecked((int)0xE4000000);
    private const int Fixed = 3;

    // The ESP32's driver does not know its size (littlefs_FS_Driver.cpp, GetSizeInfo).
    private const long UnknownSize = -1;
    private const string Root = @"I:\";

    public static void _ctor(object self, uint volumeIndex)
    {
        if (volumeIndex != 0) throw NotFound();
        Fill(self);
    }

    public static void DriveInfoNative(object self, string driveName)
    {
        if (driveName.TrimEnd('\\') != Root.TrimEnd('\\')) throw NotFound();
        Fill(self);
    }

    public static void Refresh(object self) => Fill(self);

    public static object GetDrivesNative()
    {
        var drive = Life.Current.New("System.IO.FileSystem", "System.IO.DriveInfo", 0u);
        var drives = Array.CreateInstance(drive.GetType(), 1);
        drives.SetValue(drive, 0);
        return drives;
    }

    public static string[] GetFileSystems()
    {
        _ = Life.Current;
        return ["LITTLEFS"];
    }

    public static void MountRemovableVolumes() => _ = Life.Current;

    private static void Fill(object drive)
    {
        _ = Life.Current;
        Fields.Set(drive, "_name", Root);
        Fields.Set(drive, "_driveType", Fixed);
        Fields.Set(drive, "_totalSize", UnknownSize);
    }

    private static corelib::System.IO.IOException NotFound() => new(string.Empty, VolumeNotFound);
}
