using Mono.Cecil.Cil;

namespace SecureEsp.VirtualDevice.Runtime.Rewriting.Metering;

/// <summary>Instructions that run one after the other, or not at all.</summary>
/// <param name="Instructions">At least one. A call is the last one, so what an exception from it skips is another block.</param>
internal sealed record BasicBlock(IReadOnlyList<Instruction> Instructions)
{
    public Instruction First => Instructions[0];

    public Instruction Last => Instructions[^1];
}

internal static class BasicBlocks
{
    public static IReadOnlyList<BasicBlock> Of(MethodBody body)
    {
        var targets = Targets(body);
        var blocks = new List<BasicBlock>();
        var block = new List<Instruction>();
        foreach (var instruction in body.Instructions)
        {
            if (block.Count > 0 && (targets.Contains(instruction) || Ends(block[^1])))
            {
                blocks.Add(new([.. block]));
                block.Clear();
            }
            block.Add(instruction);
        }
        if (block.Count > 0) blocks.Add(new([.. block]));
        return blocks;
    }

    /// <summary>Branches, calls, returns, throws. Prefixes belong to what follows them.</summary>
    private static bool Ends(Instruction instruction) =>
        instruction.OpCode.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch or FlowControl.Call or FlowControl.Return or FlowControl.Throw;

    private static HashSet<Instruction> Targets(MethodBody body)
    {
        var targets = new HashSet<Instruction>();
        foreach (var instruction in body.Instructions)
        {
            if (instruction.Operand is Instruction target) targets.Add(target);
            if (instruction.Operand is Instruction[] many) targets.UnionWith(many);
        }
        foreach (var handler in body.ExceptionHandlers)
        {
            targets.Add(handler.TryStart);
            targets.Add(handler.HandlerStart);
            if (handler.FilterStart is not null) targets.Add(handler.FilterStart);
        }
        return targets;
    }
}
