using SecureEsp.VirtualDevice.Runtime;
using SecureEsp.VirtualDevice.Runtime.Rewriting;

namespace SecureEsp.ServerHarness.Devices;

/// <summary>Finds firmware to run, and looks whether it can run at all.</summary>
public static class Firmware
{
    /// <summary>The firmware that this program was built with.</summary>
    public static string Own => Beside("DeviceApp");

    /// <summary>The hosted application that this program was built with.</summary>
    public static string OwnApplication => Beside("Blink");

    /// <summary>One of the applications that this program was built with.</summary>
    /// <param name="name">Such as Blink.</param>
    public static string Beside(string name) => Path.Combine(AppContext.BaseDirectory, "Firmware", name + ".dll");

    /// <param name="application">The application's assembly.</param>
    /// <param name="references">A folder with libraries that are run instead of the VirtualDevice's own; null for none.</param>
    /// <param name="metered">Whether to count what is executed.</param>
    /// <exception cref="HarnessException">There is no such assembly, or it refers to what the device lacks.</exception>
    public static FirmwareImage Open(string application, string? references = null, bool metered = false)
    {
        if (!File.Exists(application))
            throw new HarnessException($"there is no firmware at {application}", "build it: dotnet build SecureEsp.sln", ExitCode.Missing);
        if (references is not null && !Directory.Exists(references))
            throw new HarnessException($"there is no folder {references}", "give a folder with nanoFramework assemblies", ExitCode.Missing);
        try
        {
            var image = new FirmwareImage(application, references is null ? [] : [references]) { IsMetered = metered };
            var missing = LinkCheck.Missing(image);
            return missing.Count == 0
                ? image
                : throw new HarnessException($"{image.Name} cannot run on the device: {string.Join("; ", missing)}", "use only what nanoFramework 1.x has");
        }
        catch (FileNotFoundException e)
        {
            throw new HarnessException($"{application} cannot run on the device: {e.Message}", "put the assembly beside it", ExitCode.Missing, e);
        }
        catch (BadImageFormatException e)
        {
            throw new HarnessException($"{application} is no .NET assembly", "give the .dll of a firmware project", ExitCode.Failed, e);
        }
    }
}
