using System.Reflection;
using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Tests.Properties;

/// <summary>The firmware's parsers as they run on the device: the test application "Parsers", loaded once, called from the test's thread.</summary>
public sealed class CompiledParsers : IDisposable
{
    private readonly Life _life = new(new VirtualBoard(), new FirmwareImage(Path.Combine(AppContext.BaseDirectory, "Firmware", "Parsers.dll")), static _ => { });
    private readonly Type _program;

    public CompiledParsers()
    {
        var assemblies = _life.Context.LoadClosure("Parsers");
        foreach (var assembly in assemblies) Device.RunStaticConstructors(assembly, _life.Context.Origin(assembly)!);
        _program = assemblies[^1].GetType("Parsers.Program", throwOnError: true)!;
        Crc = Bind<Func<byte[], uint>>("Crc");
        Encode = Bind<Func<string, uint, byte[]>>("Encode");
        Decode = Bind<Func<byte[], string?>>("Decode");
        Settings = Bind<Func<string, string>>("Settings");
        Response = Bind<Func<byte[], int, string>>("Response");
        Route = Bind<Func<string, string, byte[], string?>>("Route");
        Lines = Bind<Func<byte[], string>>("Lines");
    }

    public Func<byte[], uint> Crc { get; }

    public Func<string, uint, byte[]> Encode { get; }

    public Func<byte[], string?> Decode { get; }

    public Func<string, string> Settings { get; }

    public Func<byte[], int, string> Response { get; }

    public Func<string, string, byte[], string?> Route { get; }

    public Func<byte[], string> Lines { get; }

    /// <summary>Makes the calling thread one of the device: the parsers' libraries have natives.</summary>
    public CompiledParsers OnThisThread()
    {
        Life.Bind(_life);
        return this;
    }

    public void Dispose()
    {
        Life.Bind(null);
        _life.End(TimeSpan.FromSeconds(10));
    }

    private T Bind<T>(string method) where T : Delegate => _program.GetMethod(method, BindingFlags.Public | BindingFlags.Static)!.CreateDelegate<T>();
}
