using System.Diagnostics;
using SecureEsp.VirtualDevice.CoreLibrary;

namespace System
{
    public static class Console
    {
        public static void Write(string value) => DeviceSeam.WriteConsole(value);
        public static void WriteLine() => DeviceSeam.WriteConsole("\r\n");
        public static void WriteLine(string value) => DeviceSeam.WriteConsole(value + "\r\n");
    }
}

namespace System.Diagnostics
{
    /// <summary>With no debugger attached, the board prints these lines on its console.</summary>
    public static class Debug
    {
        [Conditional("DEBUG")]
        public static void Assert(bool condition) => Assert(condition, "", "");

        [Conditional("DEBUG")]
        public static void Assert(bool condition, string message) => Assert(condition, message, "");

        [Conditional("DEBUG")]
        public static void Assert(bool condition, string message, string detailedMessage)
        {
            if (!condition) DeviceSeam.WriteConsole($"Assert failed: {message} {detailedMessage}\r\n");
        }

        [Conditional("DEBUG")]
        public static void Write(string message) => DeviceSeam.WriteConsole(message);

        [Conditional("DEBUG")]
        public static void WriteLine() => DeviceSeam.WriteConsole("\r\n");

        [Conditional("DEBUG")]
        public static void WriteLine(string message) => DeviceSeam.WriteConsole(message + "\r\n");
    }

    public sealed class NativeProfiledAttribute : Attribute;
}

namespace System.Reflection
{
    [AttributeUsage(AttributeTargets.Assembly)]
    public sealed class AssemblyNativeVersionAttribute(string nativeVersion) : Attribute
    {
        public string NativeVersion { get; } = nativeVersion;
    }
}

namespace System.Runtime.CompilerServices
{
    public class ExcludeTypeAttribute : Attribute;
}

namespace System.Runtime.Remoting
{
    public static class RemotingServices
    {
        public static bool IsTransparentProxy(object proxy) => false;
    }
}
