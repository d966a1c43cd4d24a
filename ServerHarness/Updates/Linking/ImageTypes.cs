using Mono.Cecil;
using SecureEsp.VirtualDevice.Images;

namespace SecureEsp.ServerHarness.Updates.Linking;

/// <summary>The types that an assembly defines, with their members.</summary>
internal interface IImageTypes
{
    /// <summary>Whether code of another assembly may use such a type.</summary>
    bool Has(string type);

    /// <summary>Whether it may use such a member. The CLR looks for methods in the type and its bases, for fields in the type alone.</summary>
    bool Has(string type, string member, MemberSignature signature);
}

/// <summary>Those of an assembly of .NET, or of the firmware.</summary>
/// <param name="resolve">Finds the assembly that a type's base is in.</param>
internal sealed class AssemblyTypes(ModuleDefinition module, Func<string, ModuleDefinition?> resolve) : IImageTypes
{
    public bool Has(string type) => module.GetType(type) is { } found && MemberNames.IsVisible(found);

    public bool Has(string type, string member, MemberSignature signature)
    {
        for (var at = module.GetType(type); at is not null; at = Base(at))
        {
            if (signature.IsField)
            {
                return at.Fields.Any(f => f.Name == member && MemberNames.IsVisible(f) && MemberNames.Signature(f).Equals(signature));
            }

            if (at.Methods.Any(m => m.Name == member && MemberNames.IsVisible(m) && MemberNames.Signature(m).Equals(signature)))
            {
                return true;
            }
        }

        return false;
    }

    private TypeDefinition? Base(TypeDefinition type) => type.BaseType switch
    {
        null => null,
        TypeDefinition own => own,
        var other => resolve(other.Scope.Name)?.GetType(other.FullName),
    };
}
