using Mono.Cecil;
using SecureEsp.VirtualDevice.Images;

namespace SecureEsp.ServerHarness.Updates.Linking;

/// <summary>What a hosted application must not have, though it would link.</summary>
internal static class ApplicationRules
{
    private const string StaticConstructor = ".cctor";

    /// <summary>Header fields that would run native code or cannot be met.</summary>
    /// <exception cref="ImageException">It has one.</exception>
    public static void CheckHeader(PeImage image)
    {
        image.RefuseNativeCode();
        if (image.Header.NativeMethods != 0)
        {
            throw new ImageException(ImageFlaw.NativePatch, "nativeMethodsChecksum is set: the CLR binds no natives of an assembly that firmware loads");
        }

        if (image.Header.Flags != 0)
        {
            throw new ImageException(ImageFlaw.WrongFormat, $"the header has unknown flags: {image.Header.Flags:x}");
        }
    }

    /// <summary>Types with a static constructor: the CLR runs those of a loaded assembly on another thread, and now and then fails.</summary>
    public static IReadOnlyList<string> StaticInitialisers(PeImage image)
    {
        if (WrappedAssembly.Find(image) is not { } assembly)
        {
            return new PeTypes(image).Methods.Contains(StaticConstructor) ? [image.Name] : [];
        }

        using var module = ModuleDefinition.ReadModule(new MemoryStream(assembly));
        return [.. module.GetTypes().Where(t => t.Methods.Any(m => m.Name == StaticConstructor)).Select(t => t.FullName)];
    }

    /// <summary>Methods without a body, which only native code could give one.</summary>
    public static IReadOnlyList<string> Natives(PeImage image)
    {
        if (WrappedAssembly.Find(image) is not { } assembly)
        {
            return [];
        }

        using var module = ModuleDefinition.ReadModule(new MemoryStream(assembly));
        return [.. module.GetTypes().SelectMany(t => t.Methods).Where(m => !m.HasBody && !m.IsAbstract && !m.IsRuntime).Select(m => m.FullName)];
    }

    /// <summary>Whether the last image has the type that is to be started, as one that reflection can make.</summary>
    public static string? WrongEntry(PeImage image, string type)
    {
        if (WrappedAssembly.Find(image) is not { } assembly)
        {
            return new PeTypes(image).Has(type) ? null : $"{image.Name} has no type {type}";
        }

        using var module = ModuleDefinition.ReadModule(new MemoryStream(assembly));
        return module.GetType(type) is not { } found ? $"{image.Name} has no type {type}"
            : found.IsAbstract || !found.IsPublic || !found.Methods.Any(m => m.IsConstructor && !m.IsStatic && m.IsPublic && m.Parameters.Count == 0)
                ? $"{type} is no public class with a constructor without arguments"
                : null;
    }
}
