using System.Reflection;
using Mono.Cecil;

namespace SecureEsp.VirtualDevice.Toolchain.Surface;

/// <summary>
/// Signatures name primitive types by an element type (ECMA-335 II.23.1.16), not by a token. Mono.Cecil marks the
/// primitives of a core library that it has read, never of one that is being made, so this does it.
/// </summary>
internal static class PrimitiveTypes
{
    private static readonly Dictionary<string, byte> ElementTypes = new()
    {
        ["Void"] = 0x01, ["Boolean"] = 0x02, ["Char"] = 0x03, ["SByte"] = 0x04, ["Byte"] = 0x05, ["Int16"] = 0x06, ["UInt16"] = 0x07,
        ["Int32"] = 0x08, ["UInt32"] = 0x09, ["Int64"] = 0x0a, ["UInt64"] = 0x0b, ["Single"] = 0x0c, ["Double"] = 0x0d, ["String"] = 0x0e,
        ["TypedReference"] = 0x16, ["IntPtr"] = 0x18, ["UIntPtr"] = 0x19, ["Object"] = 0x1c,
    };

    public static void Mark(Dictionary<string, TypeDefinition> types)
    {
        var field = typeof(TypeReference).GetField("etype", BindingFlags.NonPublic | BindingFlags.Instance)
            ?? throw new MissingFieldException(nameof(TypeReference), "etype");
        foreach (var (name, code) in ElementTypes) field.SetValue(types[$"System.{name}"], Enum.ToObject(field.FieldType, code));
    }
}
