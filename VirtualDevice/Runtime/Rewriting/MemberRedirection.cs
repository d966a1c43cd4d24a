using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SecureEsp.VirtualDevice.Runtime.Rewriting;

/// <summary>Sends calls of mscorlib members that the desktop lacks, or has otherwise, to the host methods that stand in for them.</summary>
internal static class MemberRedirection
{
    public static void Apply(MethodDefinition method, HostMethods host)
    {
        foreach (var instruction in method.Body.Instructions)
        {
            if (instruction.Operand is not MethodReference called || called.DeclaringType.Scope is not AssemblyNameReference { Name: "mscorlib" }) continue;
            if (NativeTable.Redirect(called.FullName) is not { } target) continue;
            // A constructor is redirected where it makes an object, not where a derived class calls its base.
            if (called.Name == ".ctor" && instruction.OpCode != OpCodes.Newobj) continue;
            if (instruction.OpCode == OpCodes.Ldftn || instruction.OpCode == OpCodes.Ldvirtftn)
                throw new NotSupportedException($"{method.FullName} makes a delegate of {called.FullName}, which the VirtualDevice replaces: wrap it in a lambda");
            instruction.OpCode = OpCodes.Call;
            instruction.Operand = host.Import(target);
        }
    }
}
