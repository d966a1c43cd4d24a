using Mono.Cecil;

namespace SecureEsp.VirtualDevice.Runtime.Rewriting
{
    /// <summary>Lets rewritten assemblies call natives, which are internal: they are no interface for anybody else.</summary>
    internal static class HostAccess
    {
        public static void Apply(ModuleDefinition module)
        {
            var constructor = typeof(System.Runtime.CompilerServices.IgnoresAccessChecksToAttribute).GetConstructors()[0];
            var attribute = new CustomAttribute(module.ImportReference(constructor));
            attribute.ConstructorArguments.Add(new(module.TypeSystem.String, typeof(HostAccess).Assembly.GetName().Name));
            module.Assembly.CustomAttributes.Add(attribute);
        }
    }
}

namespace System.Runtime.CompilerServices
{
    /// <summary>The runtime knows this attribute by its name and lets an assembly that carries it use another's internals.</summary>
    [AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
    public sealed class IgnoresAccessChecksToAttribute(string assemblyName) : Attribute
    {
        public string AssemblyName { get; } = assemblyName;
    }
}
