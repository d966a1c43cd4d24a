using System.Reflection;
using System.Reflection.Emit;

namespace SecureEsp.VirtualDevice.TestAdapter;

/// <summary>Calls a test method the way nanoFramework's launcher does: an instance method gets a null <c>this</c>.</summary>
internal static class TestInvocation
{
    private delegate void Call(object?[] arguments);

    public static void Invoke(MethodInfo method, params object?[] arguments)
    {
        var parameters = method.GetParameters();
        if (parameters.Length != arguments.Length)
            throw new TargetParameterCountException($"{method.Name} takes {parameters.Length} arguments, its data row has {arguments.Length}");
        Compile(method, parameters)(arguments);
    }

    private static Call Compile(MethodInfo method, ParameterInfo[] parameters)
    {
        var dynamic = new DynamicMethod(method.Name, typeof(void), [typeof(object?[])], method.Module, skipVisibility: true);
        var il = dynamic.GetILGenerator();
        if (!method.IsStatic) il.Emit(OpCodes.Ldnull);
        for (var i = 0; i < parameters.Length; i++)
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldc_I4, i);
            il.Emit(OpCodes.Ldelem_Ref);
            il.Emit(OpCodes.Unbox_Any, parameters[i].ParameterType);
        }
        il.Emit(OpCodes.Call, method);
        if (method.ReturnType != typeof(void)) il.Emit(OpCodes.Pop);
        il.Emit(OpCodes.Ret);
        return dynamic.CreateDelegate<Call>();
    }
}
