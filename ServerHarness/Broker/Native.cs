using System.Runtime.InteropServices;

namespace SecureEsp.ServerHarness.Broker;

/// <summary>Calls of the C library that .NET has no face for.</summary>
internal static class Native
{
    /// <summary>Asks a process to end; the number is the same on every system with signals.</summary>
    public const int SIGTERM = 15;

    /// <summary>Asks a daemon to read its files again.</summary>
    public const int SIGHUP = 1;

    [DllImport("libc", SetLastError = true)]
    public static extern int kill(int process, int signal);

    [DllImport("libc", SetLastError = true, BestFitMapping = false)]
    public static extern int chown([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint user, uint group);
}
