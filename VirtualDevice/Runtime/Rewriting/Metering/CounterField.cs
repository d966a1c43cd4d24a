using Mono.Cecil;

namespace SecureEsp.VirtualDevice.Runtime.Rewriting.Metering;

/// <summary>The static field that metered code finds its counters in: one in each assembly, and so one in each life.</summary>
internal static class CounterField
{
    public const string TypeName = "<Meter>";
    public const string Name = "Counters";

    public static FieldDefinition AddTo(ModuleDefinition module)
    {
        var type = new TypeDefinition("", TypeName, TypeAttributes.Abstract | TypeAttributes.Sealed | TypeAttributes.NotPublic, module.TypeSystem.Object);
        var field = new FieldDefinition(Name, FieldAttributes.Public | FieldAttributes.Static, new ArrayType(module.TypeSystem.Int64));
        type.Fields.Add(field);
        module.Types.Add(type);
        return field;
    }
}
