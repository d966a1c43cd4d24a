using SecureEsp.VirtualDevice.Toolchain.Check;
using SecureEsp.VirtualDevice.Toolchain.Surface;

// nanotool mscorlib API-LIST SHIM.dll OUTPUT.dll   writes the mscorlib that firmware compiles against
// nanotool check ASSEMBLY.dll                      names what the nanoFramework 1.x tool chain or a board would refuse
// exit: 0 done, 1 refused, 2 unusable arguments
return args switch
{
    ["mscorlib", var list, var shim, var output] => WriteMscorlib(list, shim, output),
    ["check", var assembly] => CheckFirmware(assembly),
    _ => Usage(),
};

static int WriteMscorlib(string list, string shim, string output)
{
    using var mscorlib = new SurfaceWriter(ApiList.Read(list), new CoreMembers(shim)).Write();
    mscorlib.Write(output);
    return 0;
}

static int CheckFirmware(string assembly)
{
    var findings = FirmwareRules.Check(assembly);
    // MSBuild's canonical form, so that a finding fails the build and an editor can jump to it.
    foreach (var finding in findings) Console.WriteLine($"{finding.Place} : error NANO1: {finding.Message}");
    return findings.Count == 0 ? 0 : 1;
}

static int Usage()
{
    Console.Error.WriteLine("usage: nanotool mscorlib API-LIST SHIM.dll OUTPUT.dll | nanotool check ASSEMBLY.dll");
    return 2;
}
