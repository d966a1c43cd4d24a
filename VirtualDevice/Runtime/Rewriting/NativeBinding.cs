using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace SecureEsp.VirtualDevice.Runtime.Rewriting;

/// <summary>Gives every native method a body that calls its host side. One without a host side throws when it is called, by name.</summary>
internal static class NativeBinding
{
    public static void Apply(MethodDefinition method, HostMethods host)
    {
        if (method.HasBody || !method.IsInternalCall && method.RVA != 0 || method.IsAbstract || method.IsRuntime) return;
        method.ImplAttributes = MethodImplAttributes.IL | MethodImplAttributes.Managed;
        method.Body = new MethodBody(method);
        var il = method.Body.GetILProcessor();
        var parameters = method.Parameters.Count + (method.HasThis ? 1 : 0);
        var name = method.IsConstructor ? NativesAttribute.Constructor : method.Name;
        var target = NativeTable.Native(method.Module.Assembly.Name.Name, method.DeclaringType.FullName, name, parameters);
        if (target is null)
        {
            il.Emit(OpCodes.Ldstr, $"{method.FullName}: the VirtualDevice has no such native");
            il.Emit(OpCodes.Newobj, method.Module.ImportReference(typeof(NotImplementedException).GetConstructor([typeof(string)])));
            il.Emit(OpCodes.Throw);
            return;
        }
        var hostParameters = target.GetParameters();
        for (var i = 0; i < parameters; i++)
        {
            var parameter = method.HasThis ? i == 0 ? method.Body.ThisParameter : method.Parameters[i - 1] : method.Parameters[i];
            il.Emit(OpCodes.Ldarg, parameter);
            if (hostParameters[i].ParameterType == typeof(object) && parameter.ParameterType.IsValueType) il.Emit(OpCodes.Box, parameter.ParameterType);
        }
        il.Emit(OpCodes.Call, host.Import(target));
        if (target.ReturnType == typeof(object) && method.ReturnType.FullName != "System.Object") il.Emit(OpCodes.Unbox_Any, method.ReturnType);
        il.Emit(OpCodes.Ret);
        method.Body.OptimizeMacros();
    }
}
