using System.Reflection;
using Mono.Cecil;
using CustomAttributeNamedArgument = Mono.Cecil.CustomAttributeNamedArgument;
using ICustomAttributeProvider = Mono.Cecil.ICustomAttributeProvider;

namespace SecureEsp.VirtualDevice.Toolchain.Surface;

/// <summary>Copies the few attributes that the C# compiler acts on.</summary>
internal static class AttributeWriter
{
    private static readonly string[] Meant =
    [
        "System.AttributeUsageAttribute", "System.FlagsAttribute", "System.Reflection.DefaultMemberAttribute",
        "System.Diagnostics.ConditionalAttribute", "System.Runtime.CompilerServices.ExtensionAttribute",
    ];

    public static void Copy(MemberInfo? from, ICustomAttributeProvider to, Dictionary<string, TypeDefinition> types)
    {
        if (from is null) return;
        foreach (var data in from.GetCustomAttributesData())
            if (Meant.Contains(data.AttributeType.FullName) && types.ContainsKey(data.AttributeType.FullName!)) to.CustomAttributes.Add(Copy(data, types));
    }

    public static void CopyParamArray(ParameterInfo from, ParameterDefinition to, Dictionary<string, TypeDefinition> types)
    {
        if (from.GetCustomAttributesData().Any(a => a.AttributeType.FullName == "System.ParamArrayAttribute"))
            to.CustomAttributes.Add(new CustomAttribute(Constructor(types["System.ParamArrayAttribute"], 0)));
    }

    private static CustomAttribute Copy(CustomAttributeData data, Dictionary<string, TypeDefinition> types)
    {
        var copy = new CustomAttribute(Constructor(types[data.AttributeType.FullName!], data.ConstructorArguments.Count));
        foreach (var argument in data.ConstructorArguments) copy.ConstructorArguments.Add(new(types[argument.ArgumentType.FullName!], argument.Value));
        foreach (var named in data.NamedArguments)
            copy.Properties.Add(new CustomAttributeNamedArgument(named.MemberName, new(types[named.TypedValue.ArgumentType.FullName!], named.TypedValue.Value)));
        return copy;
    }

    private static MethodDefinition Constructor(TypeDefinition type, int parameters) =>
        type.Methods.First(m => m.IsConstructor && !m.IsStatic && m.Parameters.Count == parameters);
}
