using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SecureEsp.VirtualDevice.Toolchain.Check;

/// <summary>The rules that hold for one method.</summary>
internal static class MethodRules
{
    public static IEnumerable<string> Broken(TypeDefinition type, MethodDefinition method)
    {
        if (method.HasGenericParameters) yield return $"generic method {method.FullName}: nanoFramework 1.x has no generics";
        if (!method.HasBody) yield break;
        if (type.IsInterface && !method.IsStatic) yield return $"default interface method {method.FullName}: it fails at run time";
        if (method.Body.Variables.Any(v => v.IsPinned)) yield return $"fixed in {method.FullName}: the metadata processor fails on it";
        foreach (var instruction in method.Body.Instructions)
            if (Broken(instruction) is { } reason) yield return $"{reason} in {method.FullName}";
    }

    private static string? Broken(Instruction instruction) => instruction.OpCode.Code switch
    {
        Code.Add_Ovf or Code.Add_Ovf_Un or Code.Sub_Ovf or Code.Sub_Ovf_Un or Code.Mul_Ovf or Code.Mul_Ovf_Un => "checked arithmetic (it never throws on the device)",
        Code.Localloc => "stackalloc",
        Code.Calli or Code.Tail => instruction.OpCode.Name,
        _ => instruction.Operand switch
        {
            ArrayType { Rank: > 1 } or MethodReference { DeclaringType: ArrayType { Rank: > 1 } } => "multi-dimensional array (the interpreter crashes on it)",
            MethodReference { DeclaringType: GenericInstanceType } or GenericInstanceMethod => "use of a generic",
            _ => null,
        },
    };
}
