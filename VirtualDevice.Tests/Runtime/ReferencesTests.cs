using SecureEsp.VirtualDevice.Runtime;
using SecureEsp.VirtualDevice.Runtime.Rewriting;
using SecureEsp.VirtualDevice.Tests.Mqtt;
using SecureEsp.VirtualDevice.Tests.Scripting;

namespace SecureEsp.VirtualDevice.Tests.Runtime;

/// <summary>A folder with assemblies that run instead of the VirtualDevice's own, whatever their versions and keys are.</summary>
public sealed class ReferencesTests : IDisposable
{
    private static readonly string[] Network =
    [
        "nanoFramework.M2Mqtt", "nanoFramework.M2Mqtt.Core", "System.Net", "System.Device.Wifi", "System.IO.FileSystem", "System.IO.Streams", "System.Threading",
        "nanoFramework.Runtime.Events", "nanoFramework.System.Collections", "nanoFramework.System.Text",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("references-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_assemblies_of_the_folder_run_and_the_stand_ins_for_all_others()
    {
        Package.Library("nanoFramework.M2Mqtt", new Version(5, 1, 220, 0), _folder.FullName);
        var image = new FirmwareImage(Path.Combine(AppContext.BaseDirectory, "Firmware", "MqttPackets.dll"), _folder.FullName);
        Assert.Empty(LinkCheck.Missing(image));
        using var running = new RunningDevice(image);
        running.WaitForOutput("all checks done");
        Assert.Contains("nanoFramework.M2Mqtt 5.1.220.0 runs;", running.Output);
        Assert.DoesNotContain("System.Net 1.", running.Output);
        Assert.DoesNotContain("failed", running.Output);
    }

    [Fact]
    public void Firmware_built_against_the_real_packages_has_a_session_over_all_of_them()
    {
        foreach (var library in Network) Package.Library(library, new Version(1, 11, 60, 0), _folder.FullName);
        var image = new FirmwareImage(Package.Firmware("MqttScript", Directory.CreateDirectory(Path.Combine(_folder.FullName, "app")).FullName), _folder.FullName);
        Assert.Empty(LinkCheck.Missing(image));
        using var broker = new Mosquitto();
        using var device = new ScriptedDevice(image, $"""
            client server.test {broker.Port}
            connect echo clean 60
            subscribe a/b 1
            wait subscribed
            publish a/b 1 live hello
            wait received
            """);
        device.WaitForEnd();
        device.Expect("received a/b qos 1 retain False dup False hello;");
        foreach (var library in Network) device.Expect($"{library} 1.11.60.0 runs;");
    }

    [Fact]
    public void A_library_of_the_folder_that_the_device_lacks_natives_for_is_loaded_and_says_which_when_it_is_called()
    {
        // As a real library's does that drives hardware which the VirtualDevice has not.
        var path = Package.Library("System.Math", new Version(1, 5, 116, 0), _folder.FullName);
        RenameNative(path, "Sqrt", "SquareRootOfAnotherImage");
        var image = new FirmwareImage(Path.Combine(AppContext.BaseDirectory, "Firmware", "Libraries.dll"), _folder.FullName);
        using var running = new RunningDevice(image);
        running.WaitForEvent(DeviceEventKind.MainEnded);
        Assert.Contains("System.Math 1.5.116.0 runs;", running.Output);
        Assert.Contains("the VirtualDevice has no such native", running.Output);
    }

    private static void RenameNative(string path, string name, string other)
    {
        using var assembly = Mono.Cecil.AssemblyDefinition.ReadAssembly(new MemoryStream(File.ReadAllBytes(path)));
        var native = assembly.MainModule.Types.SelectMany(t => t.Methods).First(m => m.IsInternalCall && m.Name == name);
        var body = new Mono.Cecil.MethodDefinition(other, native.Attributes, native.ReturnType) { ImplAttributes = native.ImplAttributes };
        foreach (var parameter in native.Parameters) body.Parameters.Add(new(parameter.ParameterType));
        native.DeclaringType.Methods.Add(body);
        native.ImplAttributes = Mono.Cecil.MethodImplAttributes.IL;
        native.Body = new(native);
        var il = native.Body.GetILProcessor();
        il.Emit(Mono.Cecil.Cil.OpCodes.Ldarg_0);
        il.Emit(Mono.Cecil.Cil.OpCodes.Call, body);
        il.Emit(Mono.Cecil.Cil.OpCodes.Ret);
        assembly.Write(path);
    }
}
