using System.Reflection;

namespace SecureEsp.VirtualDevice.Libraries.Net;

/// <summary>Fields of the device's enum types, which take no plain integer.</summary>
internal static class Enums
{
    public static void Set(object target, string field, int value)
    {
        var info = target.GetType().GetField(field, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            ?? throw new MissingFieldException(target.GetType().FullName, field);
        info.SetValue(target, Enum.ToObject(info.FieldType, value));
    }

    public static byte Get(object target, string field) => (byte)Convert.ToInt32(Runtime.Fields.Get<object>(target, field));
}
