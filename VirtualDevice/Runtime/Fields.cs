using System.Reflection;
using System.Runtime.CompilerServices;

namespace SecureEsp.VirtualDevice.Runtime;

/// <summary>Private fields of nanoFramework objects, which natives read and write as the firmware's C++ does.</summary>
internal static class Fields
{
    // Weak in the type: a strong one would keep the device's load context alive.
    private static readonly ConditionalWeakTable<Type, Dictionary<string, FieldInfo>> Known = [];

    public static T Get<T>(object instance, string name) => (T)Find(instance.GetType(), name).GetValue(instance)!;

    public static void Set(object instance, string name, object? value) => Find(instance.GetType(), name).SetValue(instance, value);

    private static FieldInfo Find(Type type, string name)
    {
        var fields = Known.GetOrCreateValue(type);
        lock (fields)
        {
            if (fields.TryGetValue(name, out var field)) return field;
            return fields[name] = Search(type, name);
        }
    }

    private static FieldInfo Search(Type type, string name)
    {
        for (Type? t = type; t is not null; t = t.BaseType)
            if (t.GetField(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is { } field) return field;
        throw new MissingFieldException(type.FullName, name);
    }
}
