using Mono.Cecil;
using SecureEsp.VirtualDevice.Images;

namespace SecureEsp.ServerHarness.Updates.Linking;

/// <summary>Members of assemblies as image signatures spell them.</summary>
internal static class MemberNames
{
    public static MemberSignature Signature(MethodDefinition method) =>
        new(false, method.IsStatic, Plain(method.ReturnType), [.. method.Parameters.Select(p => Plain(p.ParameterType))]);

    public static MemberSignature Signature(FieldDefinition field) => new(true, false, Plain(field.FieldType), []);

    /// <summary>Whether code of another assembly may use it.</summary>
    public static bool IsVisible(MethodDefinition method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    public static bool IsVisible(FieldDefinition field) => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly;

    public static bool IsVisible(TypeDefinition type) =>
        type.IsPublic || (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamilyOrAssembly) && IsVisible(type.DeclaringType);

    private static string Plain(TypeReference type) => type switch
    {
        ArrayType array => Plain(array.ElementType) + "[]",
        ByReferenceType reference => Plain(reference.ElementType) + "&",
        IModifierType modified => Plain(modified.ElementType),
        _ => MemberSignature.PlainName(type.FullName),
    };
}
