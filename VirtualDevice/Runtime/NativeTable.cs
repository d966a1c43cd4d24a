extern alias corelib;

using System.Collections.Frozen;
using System.Reflection;
using corelib::SecureEsp.VirtualDevice.CoreLibrary;

namespace SecureEsp.VirtualDevice.Runtime;

/// <summary>
/// The one table of natives: which host method stands behind a native method of a nanoFramework library, and which
/// stands in for a member of mscorlib that the desktop lacks or has otherwise.
/// </summary>
internal static class NativeTable
{
    private static readonly FrozenDictionary<string, MethodInfo> Natives = ReadNatives();
    private static readonly FrozenDictionary<string, MethodInfo> Redirects = ReadRedirects();

    /// <param name="parameters">Their number, the instance of an instance method included.</param>
    public static MethodInfo? Native(string assembly, string type, string method, int parameters) =>
        Natives.GetValueOrDefault(Key(assembly, type, method, parameters));

    /// <param name="member">As the API lists spell it.</param>
    public static MethodInfo? Redirect(string member) => Redirects.GetValueOrDefault(member);

    private static FrozenDictionary<string, MethodInfo> ReadNatives()
    {
        var table = new Dictionary<string, MethodInfo>(StringComparer.Ordinal);
        foreach (var type in typeof(NativeTable).Assembly.GetTypes())
            foreach (var natives in type.GetCustomAttributes<NativesAttribute>())
                foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
                    table.Add(Key(natives.Assembly, natives.Type, method.Name, method.GetParameters().Length), method);
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, MethodInfo> ReadRedirects() =>
        new[] { typeof(DeviceSeam).Assembly, typeof(NativeTable).Assembly }
            .SelectMany(a => a.GetTypes())
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .SelectMany(m => m.GetCustomAttributes<RedirectAttribute>().Select(r => (r.Member, Method: m)))
            .ToFrozenDictionary(pair => pair.Member, pair => pair.Method, StringComparer.Ordinal);

    private static string Key(string assembly, string type, string method, int parameters) => $"{assembly}|{type}::{method}/{parameters}";
}
