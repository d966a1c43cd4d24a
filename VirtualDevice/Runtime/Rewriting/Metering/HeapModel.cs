using System.Text;
using Mono.Cecil;

namespace SecureEsp.VirtualDevice.Runtime.Rewriting.Metering;

/// <summary>
/// How much of a board's managed heap an object takes. The heap is made of blocks of 12 bytes: one in front of each object
/// and one for each of its fields, whatever their type, structs included; a boxed number or enum takes two, a delegate
/// three; an array has a head of 20 bytes and elements of 1, 2, 4 or 8 bytes for numbers and 12 for all else; a string is a
/// block and its UTF-8 with a 0. All is rounded up to blocks (nf-interpreter: nanoCLR_Runtime__HeapBlock.h,
/// TypeSystemLookup.cpp, CLR_RT_HeapBlock_String.cpp, Execution.cpp).
/// Not in it: locals that are structs, and what natives and mscorlib allocate beyond the array or string they return.
/// </summary>
internal static class HeapModel
{
    public const int Block = 12;

    private const int ArrayHead = 20;
    private const int Boxed = 2 * Block;
    private const int Delegate = 3 * Block;

    // Fields of classes of the real mscorlib (nanoframework/CoreLibrary); what is not here has these many.
    private const int FieldsOfOther = 2;
    private static readonly Dictionary<string, int> CoreLibraryFields = new(StringComparer.Ordinal)
    {
        ["System.Object"] = 0, ["System.Exception"] = 4, ["System.ArgumentException"] = 5, ["System.Collections.ArrayList"] = 3, ["System.Guid"] = 1,
        ["System.Random"] = 1, ["System.Version"] = 4, ["System.Threading.Thread"] = 5, ["System.Threading.Timer"] = 3,
        ["System.Threading.WaitHandle"] = 0, ["System.MarshalByRefObject"] = 0, ["System.ValueType"] = 0, ["System.Attribute"] = 0, ["System.EventArgs"] = 0,
    };

    /// <summary>For newobj. 0 for a string, whose length only the object itself tells, and for what lives in a block of the stack.</summary>
    public static int SizeOfObject(TypeReference type)
    {
        if (type.FullName is "System.String" or "System.DateTime" or "System.TimeSpan") return 0;
        var definition = type.Resolve();
        if (definition?.BaseType?.FullName is "System.MulticastDelegate") return Delegate;
        return Block * (1 + Fields(type));
    }

    /// <summary>For box: a struct is copied, a number gets a block of its own.</summary>
    public static int SizeOfBox(TypeReference type)
    {
        if (type.IsPrimitive || type.FullName is "System.DateTime" or "System.TimeSpan") return Boxed;
        var definition = type.Resolve();
        return definition is null or { IsEnum: true } ? Boxed : SizeOfObject(type);
    }

    public static int SizeOfArray(Array array) => Round(ArrayHead + array.Length * SizeOfElement(array.GetType().GetElementType()!));

    public static int SizeOfString(string text) => Round(Block + Encoding.UTF8.GetByteCount(text) + 1);

    private static int SizeOfElement(Type element) => Type.GetTypeCode(element) switch
    {
        TypeCode.Boolean or TypeCode.Byte or TypeCode.SByte => 1,
        TypeCode.Char or TypeCode.Int16 or TypeCode.UInt16 => 2,
        TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Single => 4,
        TypeCode.Int64 or TypeCode.UInt64 or TypeCode.Double => 8,
        _ => Block,
    };

    /// <summary>Instance fields, those of base types included.</summary>
    private static int Fields(TypeReference? type)
    {
        if (type is null) return 0;
        if (CoreLibraryFields.TryGetValue(type.FullName, out var known)) return known;
        var definition = type.Resolve();
        if (definition is null) return FieldsOfOther;
        // The desktop's type says nothing about the fields of the device's, but their base types are the same.
        var own = DeviceAssemblyResolver.IsHost(definition.Module.Assembly.Name.Name)
            ? definition.BaseType is null || HasKnownBase(definition) ? 0 : FieldsOfOther
            : definition.Fields.Count(f => !f.IsStatic);
        return own + Fields(definition.BaseType);
    }

    private static bool HasKnownBase(TypeDefinition type) => type.BaseType.FullName != "System.Object" && type.BaseType.FullName != "System.ValueType";

    private static int Round(int bytes) => (bytes + Block - 1) / Block * Block;
}
