namespace SecureEsp.VirtualDevice.Images;

/// <summary>The tables of an image in the order of its header; <see cref="End"/> stands for the image's size.</summary>
public enum ImageTable
{
    AssemblyRef,
    TypeRef,
    FieldRef,
    MethodRef,
    TypeDef,
    FieldDef,
    MethodDef,
    Attributes,
    TypeSpec,
    Resources,
    ResourcesData,
    Strings,
    Signatures,
    ByteCode,
    ResourcesFiles,
    End,
}
