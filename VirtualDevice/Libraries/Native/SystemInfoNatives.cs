using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Libraries.Native;

/// <summary>Host side of nanoFramework.Runtime.Native, SystemInfo: an ESP32-S3 with octal PSRAM.</summary>
[Natives("nanoFramework.Runtime.Native", "nanoFramework.Runtime.Native.SystemInfo")]
internal static class SystemInfoNatives
{
    private const byte DoublePrecisionSoftware = 3;

    public static void GetSystemVersion(out int major, out int minor, out int build, out int revision)
    {
        _ = Life.Current;
        (major, minor, build, revision) = (1, 16, 0, 0);
    }

    public static string get_OEMString() => Checked("nanoCLR running @ ESP32_S3_OCTAL (VirtualDevice)");

    public static byte get_OEM() => Checked<byte>(0);

    public static byte get_Model() => Checked<byte>(0);

    public static ushort get_SKU() => Checked(ushort.MaxValue);

    public static string get_TargetName() => Checked("ESP32_S3_OCTAL");

    public static string get_Platform() => Checked("ESP32");

    public static byte GetNativeFloatingPointSupport() => Checked(DoublePrecisionSoftware);

    private static T Checked<T>(T value)
    {
        _ = Life.Current;
        return value;
    }
}
