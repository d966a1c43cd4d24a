namespace SecureEsp.VirtualDevice.Images;

/// <summary>What a field or method reference says of its member, besides type and name. Types by full name, nested ones with a slash.</summary>
/// <param name="IsField">Whether it is a field, whose type is <paramref name="Type"/>.</param>
/// <param name="IsStatic">Of a method; a field's reference does not say it.</param>
/// <param name="Type">Type of a field, or what a method returns.</param>
public sealed record MemberSignature(bool IsField, bool IsStatic, string Type, IReadOnlyList<string> Parameters)
{
    private const byte FieldMark = 0x06;
    private const byte HasThis = 0x20;

    /// <exception cref="ImageException">It is no signature.</exception>
    public static MemberSignature Read(PeImage image, MemberRow member)
    {
        var reader = new SignatureReader(image, member.Signature);
        var convention = reader.Byte();
        if (convention == FieldMark) return new(true, false, reader.Type(), []);
        if ((convention & ~HasThis) != 0) throw new ImageException(ImageFlaw.Damaged, $"the calling convention {convention:x2} of {member.Name} is none");
        var parameters = new string[reader.Byte()];
        var type = reader.Type();
        for (var i = 0; i < parameters.Length; i++) parameters[i] = reader.Type();
        return new(false, (convention & HasThis) == 0, type, parameters);
    }

    /// <summary>How a signature names a type: one that it cannot name becomes another (IntPtr is Int32).</summary>
    public static string PlainName(string type) => ElementTypes.Plain(type);

    public bool Equals(MemberSignature? other) =>
        other is not null && (IsField, IsStatic, Type) == (other.IsField, other.IsStatic, other.Type) && Parameters.SequenceEqual(other.Parameters);

    public override int GetHashCode() => HashCode.Combine(IsField, IsStatic, Type, Parameters.Count);

    /// <summary>As the API lists spell a member: <c>System.Void System.Threading.Thread::Sleep(System.Int32)</c>.</summary>
    public string Spell(string type, string name) => $"{Type} {type}::{name}{(IsField ? "" : $"({string.Join(",", Parameters)})")}";
}
