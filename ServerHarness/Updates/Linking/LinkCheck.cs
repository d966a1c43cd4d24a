using Mono.Cecil;
using SecureEsp.VirtualDevice.Images;

namespace SecureEsp.ServerHarness.Updates.Linking;

/// <summary>
/// Looks, before anything is published, whether an image would link on the device: every assembly, type and member that its tables
/// refer to must be in the firmware, or in an image of the bundle before it.
/// </summary>
internal sealed class LinkCheck(HostInventory host)
{
    private readonly Dictionary<string, (PeImage Image, IImageTypes Types)> _before = new(StringComparer.Ordinal);

    /// <summary>Images are checked in the order of loading.</summary>
    /// <returns>What is missing, one line each; nothing where it links.</returns>
    public IReadOnlyList<string> Check(PeImage image)
    {
        var missing = new List<string>();
        var assemblies = image.Assemblies.Select(reference => Find(reference, missing)).ToList();
        var types = new IImageTypes?[image.Types.Count];
        for (var i = 0; i < types.Length; i++)
        {
            types[i] = Scope(image, i) is { } assembly ? assemblies[assembly] : null;
            if (types[i] is { } scope && !scope.Has(image.NameOf(i)))
            {
                missing.Add($"the type {image.NameOf(i)} is not in {image.Assemblies[Scope(image, i)!.Value].Name} of the target");
                types[i] = null;
            }
        }

        foreach (var member in image.Methods.Concat(image.Fields))
        {
            var signature = MemberSignature.Read(image, member);
            var type = image.NameOf(member.Type);
            if (types[member.Type] is { } scope && !scope.Has(type, member.Name, signature))
            {
                missing.Add($"the member {signature.Spell(type, member.Name)} is not on the target");
            }
        }

        _before[image.Name] = (image, Types(image));
        return missing;
    }

    private static int? Scope(PeImage image, int type) => image.Types[type].Outer is { } outer ? Scope(image, outer) : image.Types[type].Assembly;

    private IImageTypes? Find(AssemblyRow reference, List<string> missing)
    {
        if (host.Find(reference.Name) is { } deployed)
        {
            if (reference.Accepts(deployed.Name.Version))
            {
                return new AssemblyTypes(deployed.MainModule, Module);
            }

            missing.Add($"the assembly {reference.Name} {reference.Version.ToString(2)} is not on the target, which has {deployed.Name.Version.ToString(2)}");
            return null;
        }

        if (_before.TryGetValue(reference.Name, out var before))
        {
            if (reference.Accepts(before.Image.Version))
            {
                return before.Types;
            }

            missing.Add($"the assembly {reference.Name} {reference.Version.ToString(2)} is not in the bundle, which has {before.Image.Version.ToString(2)}");
            return null;
        }

        missing.Add($"the assembly {reference.Name} {reference.Version.ToString(2)} is neither on the target nor in the bundle before it");
        return null;
    }

    private IImageTypes Types(PeImage image) => WrappedAssembly.Find(image) is { } assembly
        ? new AssemblyTypes(ModuleDefinition.ReadModule(new MemoryStream(assembly)), Module)
        : new PeTypes(image);

    private ModuleDefinition? Module(string name) => host.Find(name)?.MainModule;
}
