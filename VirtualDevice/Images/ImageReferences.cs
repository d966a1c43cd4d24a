namespace SecureEsp.VirtualDevice.Images;

/// <summary>A reference to another assembly. The CLR binds it by name, Major and Minor.</summary>
public sealed record AssemblyRow(string Name, Version Version)
{
    /// <summary>Whether the CLR would take an assembly of this version for the one referred to.</summary>
    public bool Accepts(Version offered) => offered.Major == Version.Major && offered.Minor == Version.Minor;

    public override string ToString() => $"{Name} {Version}";
}

/// <summary>A reference to a type.</summary>
/// <param name="Assembly">Row of the assembly; null for a nested type.</param>
/// <param name="Outer">Row of the type that it is nested in; null for one that is not.</param>
public sealed record TypeRow(string Namespace, string Name, int? Assembly, int? Outer);

/// <summary>A reference to a field or a method.</summary>
/// <param name="Type">Row of its type.</param>
/// <param name="Signature">Where its signature starts in the table of signatures.</param>
public sealed record MemberRow(string Name, int Type, int Signature);
