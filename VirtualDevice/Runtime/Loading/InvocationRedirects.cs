extern alias corelib;

using System.Reflection;
using corelib::SecureEsp.VirtualDevice.CoreLibrary;

namespace SecureEsp.VirtualDevice.Runtime.Loading;

/// <summary>Calls by reflection as nanoFramework makes them: what the method throws arrives as it is, in no other exception.</summary>
internal static class InvocationRedirects
{
    [Redirect("System.Object System.Reflection.MethodBase::Invoke(System.Object,System.Object[])")]
    public static object? Invoke(MethodBase self, object? target, object?[]? arguments)
    {
        if (!self.IsStatic && target is null) throw new NullReferenceException();
        CheckCount(self, arguments);
        return self.Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    [Redirect("System.Object System.Reflection.ConstructorInfo::Invoke(System.Object[])")]
    public static object Invoke(ConstructorInfo self, object?[]? arguments)
    {
        CheckCount(self, arguments);
        return self.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    /// <summary>The first of that name, where the desktop's throws if there are several.</summary>
    [Redirect("System.Reflection.MethodInfo System.Type::GetMethod(System.String)")]
    public static MethodInfo? Method(Type self, string name) => self.GetMethods().FirstOrDefault(m => m.Name == name);

    private static void CheckCount(MethodBase method, object?[]? arguments)
    {
        if (method.GetParameters().Length != (arguments?.Length ?? 0)) throw new ArgumentException($"{method.Name} takes {method.GetParameters().Length} arguments");
    }
}
