using System.Reflection;

namespace SecureEsp.VirtualDevice.Runtime;

public sealed partial class Life
{
    /// <summary>Makes an instance of one of the device's own exception types: a host type would pass through firmware's catch clauses.</summary>
    /// <param name="assembly">Simple name of the nanoFramework assembly.</param>
    /// <param name="type">Full name of the type.</param>
    /// <param name="arguments">For the constructor; an enum parameter takes its integer.</param>
    public Exception NewException(string assembly, string type, params object?[] arguments) => (Exception)New(assembly, type, arguments);

    /// <summary>Makes an instance of one of the device's own types, by any constructor that takes the arguments.</summary>
    public object New(string assembly, string type, params object?[] arguments)
    {
        var found = Context.LoadFromAssemblyName(new AssemblyName(assembly)).GetType(type, throwOnError: true)!;
        const BindingFlags any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        foreach (var constructor in found.GetConstructors(any))
            if (Fit(constructor.GetParameters(), arguments) is { } fitted) return constructor.Invoke(fitted);
        throw new MissingMethodException($"{type} has no constructor for ({string.Join(", ", arguments.Select(a => a?.GetType().Name ?? "null"))})");
    }

    private static object?[]? Fit(ParameterInfo[] parameters, object?[] arguments)
    {
        if (parameters.Length != arguments.Length) return null;
        var fitted = new object?[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            var type = parameters[i].ParameterType;
            if (arguments[i] is null ? type.IsValueType : !type.IsInstanceOfType(arguments[i]) && !type.IsEnum) return null;
            fitted[i] = type.IsEnum ? Enum.ToObject(type, arguments[i]!) : arguments[i];
        }
        return fitted;
    }
}
