using Mono.Cecil;

namespace SecureEsp.VirtualDevice.Images;

/// <summary>The signatures of an image that is being written.</summary>
/// <param name="rowOf">Row of a type that the image refers to.</param>
internal sealed class SignatureHeap(Func<TypeReference, int> rowOf)
{
    private readonly MemoryStream _bytes = new();

    /// <returns>Where the signature starts.</returns>
    public ushort Add(FieldReference field) => Added(() =>
    {
        _bytes.WriteByte(0x06);
        Add(field.FieldType);
    });

    /// <returns>Where the signature starts.</returns>
    public ushort Add(MethodReference method) => Added(() =>
    {
        _bytes.WriteByte((byte)(method.HasThis ? 0x20 : 0));
        _bytes.WriteByte(checked((byte)method.Parameters.Count));
        Add(method.ReturnType);
        foreach (var parameter in method.Parameters) Add(parameter.ParameterType);
    });

    public byte[] ToArray() => _bytes.ToArray();

    private ushort Added(Action write)
    {
        var start = _bytes.Length;
        write();
        return start <= ushort.MaxValue ? (ushort)start : throw new NotSupportedException("an image holds 64 KB of signatures, and this one has more");
    }

    private void Add(TypeReference type)
    {
        switch (type)
        {
            case ArrayType { Rank: 1 } array:
                _bytes.WriteByte(ElementTypes.Array);
                Add(array.ElementType);
                break;
            case ByReferenceType reference:
                _bytes.WriteByte(ElementTypes.ByReference);
                Add(reference.ElementType);
                break;
            case RequiredModifierType or OptionalModifierType:
                Add(((IModifierType)type).ElementType);
                break;
            case TypeSpecification or GenericParameter:
                throw new NotSupportedException($"nanoFramework 1.x cannot name the type {type.FullName}");
            default:
                AddNamed(type);
                break;
        }
    }

    private void AddNamed(TypeReference type)
    {
        if (ElementTypes.Find(type.FullName) is { } element)
        {
            _bytes.WriteByte(element);
            return;
        }
        _bytes.WriteByte(type.IsValueType ? ElementTypes.ValueType : ElementTypes.Class);
        var token = rowOf(type) << 2 | 1;
        if (token >= 0x4000) throw new NotSupportedException("an image refers to 4,095 types at most");
        if (token >= 0x80) _bytes.WriteByte((byte)(0x80 | token >> 8));
        _bytes.WriteByte((byte)token);
    }
}
