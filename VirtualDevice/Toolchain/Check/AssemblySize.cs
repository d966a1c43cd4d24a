using System.Text;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SecureEsp.VirtualDevice.Toolchain.Check;

/// <summary>
/// What one assembly may have on a board: the byte code and the strings of its image are addressed with 16 bits each
/// (nf-interpreter, nanoCLR_Types.h: CLR_OFFSET of a method, CLR_STRING).
/// </summary>
/// <param name="ByteCode">Bytes of the methods as the metadata processor writes them.</param>
/// <param name="Strings">Bytes of names and literals, each once; those that the firmware has in its own table are counted too.</param>
internal sealed record AssemblySize(int ByteCode, int Strings)
{
    private const int Limit = 0xFFFF;

    public static AssemblySize Of(ModuleDefinition module)
    {
        var strings = new HashSet<string>(StringComparer.Ordinal);
        var byteCode = 0;
        foreach (var type in module.GetTypes())
        {
            strings.UnionWith([type.Namespace, type.Name, .. type.Fields.Select(f => f.Name), .. type.Methods.Select(m => m.Name)]);
            foreach (var body in type.Methods.Where(m => m.HasBody).Select(m => m.Body))
            {
                byteCode += Bytes(body);
                strings.UnionWith(body.Instructions.Select(i => i.Operand).OfType<string>());
            }
        }
        strings.UnionWith(module.GetTypeReferences().SelectMany(t => new[] { t.Namespace, t.Name }));
        strings.UnionWith(module.GetMemberReferences().Select(m => m.Name));
        return new(byteCode, strings.Sum(s => Encoding.UTF8.GetByteCount(s) + 1));
    }

    public IEnumerable<string> Broken(string assembly)
    {
        if (ByteCode > Limit) yield return $"{assembly} has {ByteCode} bytes of byte code, a board addresses {Limit} in one assembly: divide it";
        if (Strings > Limit) yield return $"{assembly} has {Strings} bytes of names and literals, a board addresses {Limit} in one assembly: divide it";
    }

    private static int Bytes(MethodBody body) =>
        body.Instructions.Sum(i => i.OpCode.Size + Operand(i)) + (body.HasExceptionHandlers ? 12 * body.ExceptionHandlers.Count + 1 : 0);

    // Tokens and branches have two bytes there, not four; a switch counts its targets in one (metadata-processor, CodeWriter.cs).
    private static int Operand(Instruction instruction) => instruction.OpCode.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar or OperandType.ShortInlineArg => 1,
        OperandType.InlineSwitch => 1 + 2 * ((Instruction[])instruction.Operand).Length,
        OperandType.InlineI or OperandType.ShortInlineR => 4,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 2,
    };
}
