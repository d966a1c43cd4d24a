using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace SecureEsp.VirtualDevice.Runtime.Rewriting;

/// <summary>
/// Makes firmware stoppable, which a desktop thread is not: a poll before every backward branch and in every catch
/// handler, and a look at the stack at the start of every method that calls another.
/// </summary>
internal static class StopWeaving
{
    public static void Apply(MethodDefinition method, HostMethods host)
    {
        var body = method.Body;
        var loops = body.Instructions.Where(BranchesBack).ToList();
        var handlers = body.ExceptionHandlers.Where(h => h.HandlerType is ExceptionHandlerType.Catch or ExceptionHandlerType.Filter).Select(h => h.HandlerStart).ToList();
        var calls = body.Instructions.Any(i => i.OpCode.FlowControl == FlowControl.Call);
        if (loops.Count == 0 && handlers.Count == 0 && !calls) return;
        body.SimplifyMacros();
        foreach (var instruction in loops.Union(handlers)) Precede(body, instruction, host.Poll);
        if (calls) body.Instructions.Insert(0, Instruction.Create(OpCodes.Call, host.CheckStack));
        body.OptimizeMacros();
    }

    private static bool BranchesBack(Instruction instruction) => instruction.Operand switch
    {
        Instruction target => target.Offset <= instruction.Offset,
        Instruction[] targets => targets.Any(t => t.Offset <= instruction.Offset),
        _ => false,
    };

    /// <summary>Turns the instruction itself into the call and repeats it behind: what jumps to it, itself included, meets the call.</summary>
    private static void Precede(MethodBody body, Instruction instruction, MethodReference called)
    {
        var repeated = Instruction.Create(OpCodes.Nop);
        repeated.OpCode = instruction.OpCode;
        repeated.Operand = instruction.Operand;
        instruction.OpCode = OpCodes.Call;
        instruction.Operand = called;
        body.Instructions.Insert(body.Instructions.IndexOf(instruction) + 1, repeated);
    }
}
