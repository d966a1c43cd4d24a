extern alias corelib;

using System.Globalization;
using System.Reflection;
using corelib::SecureEsp.VirtualDevice.CoreLibrary;

namespace SecureEsp.VirtualDevice.Runtime.Loading;

/// <summary>Reflection's assemblies as nanoFramework has them: their names and versions, and loading.</summary>
internal static class AssemblyRedirects
{
    private const string VersionTag = "Version=";

    private static LoadedAssemblies Assemblies => Life.Current.State<LoadedAssemblies>();

    [Redirect("System.Reflection.Assembly System.Reflection.Assembly::Load(System.Byte[])")]
    public static Assembly Load(byte[] image)
    {
        var life = Life.Current;
        return life.State<ImageLoader>().Load(life, image ?? throw new NullReferenceException());
    }

    /// <summary>Finds what is there already, by name or with all four numbers: the CLR reads no file for it.</summary>
    [Redirect("System.Reflection.Assembly System.Reflection.Assembly::Load(System.String)")]
    public static Assembly Load(string name)
    {
        ArgumentNullException.ThrowIfNull(name, "assemblyString");
        var parts = name.Split(',', StringSplitOptions.TrimEntries);
        return Assemblies.Find(parts[0], parts.Length == 1 ? null : VersionOf(parts[1]))?.Assembly ?? throw new ArgumentException($"the device has no assembly {name}");
    }

    [Redirect("System.String System.Reflection.Assembly::get_FullName()")]
    public static string FullName(Assembly self) => Spell(NameOf(self));

    [Redirect("System.Reflection.AssemblyName System.Reflection.Assembly::GetName()")]
    public static AssemblyName NameOf(Assembly self)
    {
        var known = Assemblies.Of(self);
        return new AssemblyName { Name = known.Name, Version = known.Version };
    }

    [Redirect("System.String System.Reflection.AssemblyName::get_FullName()")]
    public static string FullName(AssemblyName self) => Spell(self);

    [Redirect("System.Type System.Reflection.Assembly::GetType(System.String,System.Boolean)")]
    public static Type? TypeOf(Assembly self, string name, bool throwOnError) =>
        self.GetType(name) ?? (throwOnError ? throw new ArgumentException($"{FullName(self)} has no type {name}") : null);

    private static Version VersionOf(string part)
    {
        if (!part.StartsWith(VersionTag, StringComparison.OrdinalIgnoreCase)) throw new ArgumentException($"no version: {part}");
        var numbers = part[VersionTag.Length..].Split('.').Select(n => ushort.Parse(n, NumberStyles.None, CultureInfo.InvariantCulture)).ToArray();
        return numbers.Length == 4 ? new Version(numbers[0], numbers[1], numbers[2], numbers[3]) : throw new ArgumentException($"no version of four numbers: {part}");
    }

    private static string Spell(AssemblyName name) => $"{name.Name}, Version={name.Version}";
}
