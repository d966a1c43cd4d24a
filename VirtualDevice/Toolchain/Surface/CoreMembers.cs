using System.Reflection;

namespace SecureEsp.VirtualDevice.Toolchain.Surface;

/// <summary>
/// What the lists do not say of a member (static, protected, params, optional): read from the type that stands behind
/// it at run time, which is the shim's where the shim has one and the desktop's otherwise.
/// </summary>
internal sealed class CoreMembers
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private readonly Assembly _shim;
    private readonly Assembly _core = typeof(object).Assembly;
    private readonly Dictionary<string, bool> _redirectedStatics = [];

    public CoreMembers(string shimPath)
    {
        _shim = Assembly.LoadFrom(Path.GetFullPath(shimPath));
        foreach (var method in _shim.GetTypes().SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static)))
            foreach (var redirect in method.GetCustomAttributesData().Where(a => a.AttributeType.Name == "RedirectAttribute"))
                _redirectedStatics[(string)redirect.ConstructorArguments[0].Value!] = method.GetParameters().FirstOrDefault()?.Name != "self";
    }

    /// <summary>Version of the mscorlib that the shim is a part of.</summary>
    public Version Version => _shim.GetName().Version!;

    public Type? Type(string name)
    {
        var clr = name.Replace('/', '+');
        return _shim.GetType(clr) ?? _core.GetType(clr);
    }

    public MethodBase? Method(string type, ApiMethod method) =>
        Type(type)?.GetMembers(All).OfType<MethodBase>().FirstOrDefault(m => Signature(m) == method.Signature);

    /// <summary>Whether a member that the desktop's type lacks is static, as its redirect tells; null where there is none.</summary>
    public bool? RedirectIsStatic(string type, ApiMethod method) =>
        _redirectedStatics.TryGetValue($"{method.Returns} {type}::{method.Name}({string.Join(",", method.Parameters)})", out var isStatic) ? isStatic : null;

    public FieldInfo? Field(string type, string name) => Type(type)?.GetField(name, All);

    private static string Signature(MethodBase m) =>
        $"{(m is MethodInfo i ? Name(i.ReturnType) : "System.Void")} {m.Name}({string.Join(",", m.GetParameters().Select(p => Name(p.ParameterType)))})";

    private static string Name(Type t) =>
        t.IsByRef ? Name(t.GetElementType()!) + "&"
        : t.IsArray ? Name(t.GetElementType()!) + "[]"
        : t.IsPointer ? Name(t.GetElementType()!) + "*"
        : (t.FullName ?? t.Name).Replace('+', '/');
}
