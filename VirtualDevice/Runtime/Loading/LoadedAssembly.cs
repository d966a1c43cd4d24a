using System.Reflection;
using SecureEsp.VirtualDevice.Images;

namespace SecureEsp.VirtualDevice.Runtime.Loading;

/// <summary>An assembly that a life has.</summary>
/// <param name="Name">As firmware knows it.</param>
/// <param name="HostName">As the desktop knows it: an assembly loaded from bytes may have the name of one that is there already.</param>
/// <param name="Image">What it was loaded from, which a board keeps for ever; null for what is deployed.</param>
internal sealed record LoadedAssembly(string Name, Version Version, string HostName, Assembly Assembly, PeImage? Image = null)
{
    public bool Answers(AssemblyRow reference) => Name == reference.Name && reference.Accepts(Version);

    public bool IsExactly(Version version) => Numbers(version) == Numbers(Version);

    private static (int, int, int, int) Numbers(Version version) => (version.Major, version.Minor, Math.Max(0, version.Build), Math.Max(0, version.Revision));
}
