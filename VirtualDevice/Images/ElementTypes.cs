namespace SecureEsp.VirtualDevice.Images;

/// <summary>How a signature names types (CLR_DataType of nf-interpreter): one byte each, and for a class or struct its token.</summary>
internal static class ElementTypes
{
    public const byte Class = 0x11;
    public const byte ValueType = 0x12;
    public const byte Array = 0x13;
    public const byte ByReference = 0x14;

    /// <summary>The types of one byte, at the place of their number. The tool chain knows no IntPtr: it writes Int32.</summary>
    private static readonly string[] Names =
    [
        "System.Void", "System.Boolean", "System.SByte", "System.Byte", "System.Char", "System.Int16", "System.UInt16", "System.Int32",
        "System.UInt32", "System.Single", "System.Int64", "System.UInt64", "System.Double", "System.DateTime", "System.TimeSpan",
        "System.String", "System.Object",
    ];

    public static string? Name(byte element) => element < Names.Length ? Names[element] : null;

    public static byte? Find(string name) => System.Array.IndexOf(Names, Plain(name)) is >= 0 and var i ? (byte)i : null;

    /// <summary>The type that a signature has in the place of one that it cannot name.</summary>
    public static string Plain(string name) => name switch
    {
        "System.IntPtr" => "System.Int32",
        "System.UIntPtr" => "System.UInt32",
        _ => name,
    };
}
