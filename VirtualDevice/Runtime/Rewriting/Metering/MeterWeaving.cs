using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;
using SecureEsp.VirtualDevice.Runtime.Metering;

namespace SecureEsp.VirtualDevice.Runtime.Rewriting.Metering;

/// <summary>
/// Makes an assembly count what it executes. It comes before all other weaving, so that only the firmware's own
/// instructions are counted, once for each basic block. Exact but for one case: where an instruction that is no call
/// throws (a null reference, an index out of range), the rest of its block is counted too.
/// </summary>
internal sealed class MeterWeaving(ModuleDefinition module, HostMethods host)
{
    private readonly FieldDefinition _counters = CounterField.AddTo(module);

    public MeteredNames Names { get; } = new();

    /// <summary>A method with IL of its own.</summary>
    public void Apply(MethodDefinition method)
    {
        var body = method.Body;
        var number = Names.Add(method);
        var blocks = BasicBlocks.Of(body);
        var made = body.Instructions.Where(MakesArrayOrString).ToList();
        var born = body.Instructions.Where(i => i.OpCode == OpCodes.Newobj && IsOnHeap(i)).ToList();
        body.SimplifyMacros();
        foreach (var instruction in born) InsertAfter(body, instruction, [Instruction.Create(OpCodes.Dup), .. Born(SizeOf(instruction))]);
        foreach (var instruction in made) InsertAfter(body, instruction, [Instruction.Create(OpCodes.Dup), .. Add(nameof(Counters.Made), number)]);
        foreach (var block in blocks) Precede(body, block.First, Count(block, number, isEntry: block == blocks[0]));
        body.OptimizeMacros();
    }

    /// <summary>A native whose body calls its host side: the call counts, and what it returns is on the device's heap.</summary>
    public void ApplyToNative(MethodDefinition method)
    {
        var body = method.Body;
        var number = Names.Add(method);
        var end = body.Instructions[^1];
        if (end.OpCode == OpCodes.Ret && (method.ReturnType.IsArray || method.ReturnType.FullName == "System.String"))
            InsertAfter(body, end.Previous, [Instruction.Create(OpCodes.Dup), .. Add(nameof(Counters.Made), number)]);
        Precede(body, body.Instructions[0], [.. Add(nameof(Counters.Call), number)]);
    }

    private List<Instruction> Count(BasicBlock block, int number, bool isEntry)
    {
        var count = new List<Instruction>();
        if (isEntry) count.AddRange(Add(nameof(Counters.Call), number));
        count.AddRange(Add(nameof(Counters.Execute), number, block.Instructions.Count));
        if (block.Instructions.Sum(SizeOf) is > 0 and var bytes) count.AddRange(Add(nameof(Counters.Allocate), number, bytes));
        if (block.Last.Operand is MethodReference called && block.Last.OpCode.FlowControl == FlowControl.Call && IsOfCoreLibrary(called.DeclaringType))
            count.AddRange(Add(nameof(Counters.Call), Names.AddCoreLibrary(called)));
        return count;
    }

    private static bool IsOnHeap(Instruction instruction) =>
        SizeOf(instruction) > 0 && ((MethodReference)instruction.Operand).DeclaringType is { IsValueType: false } type && type.Resolve() is not { IsValueType: true };

    private IEnumerable<Instruction> Born(int bytes) =>
    [
        Instruction.Create(OpCodes.Ldsfld, _counters), Instruction.Create(OpCodes.Ldc_I4, bytes), Instruction.Create(OpCodes.Call, host.Import(typeof(Counters).GetMethod(nameof(Counters.Born))!)),
    ];

    private static int SizeOf(Instruction instruction) => instruction.OpCode.Code switch
    {
        Code.Newobj => HeapModel.SizeOfObject(((MethodReference)instruction.Operand).DeclaringType),
        Code.Box => HeapModel.SizeOfBox((TypeReference)instruction.Operand),
        _ => 0,
    };

    /// <summary>Clone is declared to return an object, which may be an array. A getter returns what is there already; Object.ToString runs firmware that counts for itself.</summary>
    private static bool MakesArrayOrString(Instruction instruction)
    {
        if (instruction.OpCode == OpCodes.Newarr) return true;
        if (instruction.OpCode.FlowControl != FlowControl.Call || instruction.Operand is not MethodReference called || !IsOfCoreLibrary(called.DeclaringType)) return false;
        if (instruction.OpCode == OpCodes.Newobj) return called.DeclaringType.FullName == "System.String";
        if (called.Name == "Clone") return true;
        return (called.ReturnType.IsArray || called.ReturnType.FullName == "System.String")
            && !called.Name.StartsWith("get_", StringComparison.Ordinal)
            && !(called.Name == "ToString" && called.DeclaringType.FullName is "System.Object" or "System.String" && called.Parameters.Count == 0);
    }

    private static bool IsOfCoreLibrary(TypeReference type) => type.GetElementType().Scope is AssemblyNameReference { Name: "mscorlib" };

    private IEnumerable<Instruction> Add(string counter, int number, int? amount = null)
    {
        yield return Instruction.Create(OpCodes.Ldsfld, _counters);
        yield return Instruction.Create(OpCodes.Ldc_I4, number * Counters.PerMethod);
        if (amount is { } added) yield return Instruction.Create(OpCodes.Ldc_I4, added);
        yield return Instruction.Create(OpCodes.Call, host.Import(typeof(Counters).GetMethod(counter)!));
    }

    /// <summary>The instruction itself becomes the first of what precedes it, and is repeated behind: so jumps to it meet the count.</summary>
    private static void Precede(MethodBody body, Instruction instruction, List<Instruction> count)
    {
        var repeated = Instruction.Create(OpCodes.Nop);
        (repeated.OpCode, repeated.Operand) = (instruction.OpCode, instruction.Operand);
        (instruction.OpCode, instruction.Operand) = (count[0].OpCode, count[0].Operand);
        InsertAfter(body, instruction, [.. count.Skip(1), repeated]);
    }

    private static void InsertAfter(MethodBody body, Instruction instruction, IEnumerable<Instruction> added)
    {
        var at = body.Instructions.IndexOf(instruction);
        foreach (var one in added) body.Instructions.Insert(++at, one);
    }
}
