using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>What <c>update build</c> refuses, before anybody signs it.</summary>
public sealed class PublishingCheckTests
{
    [TimedTheory]
    [InlineData("Greeter.pe", null)]
    [InlineData("Counter.pe", null)]
    [InlineData("bad-body-crc.pe", "the body's checksum is wrong")]
    [InlineData("bad-header-crc.pe", "the header's checksum is wrong")]
    [InlineData("truncated.pe", "the header says 576 bytes, there are 288")]
    [InlineData("size-lies.pe", "the header says 2147483647 bytes")]
    [InlineData("format-2.pe", "the marker is NFMRK2")]
    [InlineData("native-patch.pe", "would run the file's bytes as native code")]
    [InlineData("patched-methods.pe", "numOfPatchedMethods is 3")]
    [InlineData("needs-reboot.pe", "NeedReboot")]
    [InlineData("missing-reference.pe", "the assembly nanoFramework.System.Tezt 1.3 is neither on the target nor in the bundle")]
    public async Task A_sample_of_the_real_tool_chain_gets_its_verdict(string sample, string? refusal)
    {
        using var bench = await UpdateBench.Create();
        var entry = sample is "Greeter.pe" ? "Sample.Application" : "Sample.Counter";
        string[] arguments = [UpdateBench.Sample(sample), "--version", "1.0.0", "--entry", entry, "--output", bench.File("it.bundle")];
        if (refusal is null)
        {
            var built = await bench.Update("build", arguments);
            Assert.True(built.ExitCode == 0, built.All);
            return;
        }

        await bench.AssertRefused(refusal, "build", arguments);
        Assert.False(File.Exists(bench.File("it.bundle")));
    }

    [TimedFact]
    public Task A_missing_assembly_is_named() => Refused("the assembly System.Device.Gpia 1.1 is neither on the target nor in the bundle before it",
        m => m.AssemblyReferences.Single(r => r.Name == "System.Device.Gpio").Name = "System.Device.Gpia");

    [TimedFact]
    public Task Another_minor_version_of_an_assembly_is_named() => Refused("the assembly System.Device.Gpio 1.2 is not on the target, which has 1.1",
        m => m.AssemblyReferences.Single(r => r.Name == "System.Device.Gpio").Version = new Version(1, 2, 0, 0));

    [TimedFact]
    public Task A_missing_type_is_named() => Refused("the type System.Device.Gpio.GpioKontroller is not in System.Device.Gpio of the target",
        m => m.GetTypeReferences().Single(t => t.Name == "GpioController").Name = "GpioKontroller");

    [TimedFact]
    public Task A_missing_method_is_named() => Refused("the member System.Void System.Threading.Thread::Begin() is not on the target",
        m => m.GetMemberReferences().Single(r => r.FullName == "System.Void System.Threading.Thread::Start()").Name = "Begin");

    [TimedFact]
    public Task A_method_with_other_parameters_is_named() => Refused("the member System.Boolean System.Threading.Thread::Join(System.Int64) is not on the target",
        m => m.GetMemberReferences().OfType<MethodReference>().Single(r => r.Name == "Join").Parameters[0].ParameterType = m.TypeSystem.Int64);

    [TimedFact]
    public Task A_member_that_is_not_public_is_named() => Refused("the member System.Boolean System.Device.Gpio.GpioPin::Init() is not on the target", m =>
    {
        var called = m.GetMemberReferences().OfType<MethodReference>().First(r => r.DeclaringType.Name == "GpioPin");
        (called.Name, called.ReturnType) = ("Init", m.TypeSystem.Boolean);
        called.Parameters.Clear();
    });

    [TimedFact]
    public Task A_static_initialiser_is_named() => Refused("static initialisers fail at random in a loaded assembly: Blink.Application", AddStaticConstructor);

    [TimedFact]
    public async Task A_static_initialiser_is_taken_by_who_asks_for_it()
    {
        using var bench = await UpdateBench.Create();
        var file = bench.Changed("Blink", AddStaticConstructor);
        Assert.Equal(0, (await bench.Update("build", file, "--version", "1.0.0", "--accept-static-initialisers", "--output", bench.File("it"))).ExitCode);
    }

    [TimedFact]
    public Task A_native_method_is_named() => Refused("natives are not bound in a loaded assembly: System.Void Blink.Application::Start()", m =>
    {
        var method = m.GetType("Blink.Application").Methods.Single(x => x.Name == "Start");
        method.Body = null;
        method.ImplAttributes = MethodImplAttributes.InternalCall;
    });

    [TimedFact]
    public Task What_the_tool_chain_refuses_is_named() => Refused("generic type Blink.Application", m =>
    {
        var type = m.GetType("Blink.Application");
        type.GenericParameters.Add(new GenericParameter("T", type));
    });

    [TimedFact]
    public async Task An_assembly_of_the_targets_own_name_is_refused()
    {
        using var bench = await UpdateBench.Create();
        var file = bench.Changed("System.Net", _ => { });
        await bench.AssertRefused("the target has an assembly of that name", "build", file, "--version", "1.0.0", "--entry", "Blink.Application");
    }

    [TimedTheory]
    [InlineData("Blink.Nothing", "Blink has no type Blink.Nothing")]
    [InlineData("Blink.Application", null)]
    public async Task The_type_to_start_must_be_there(string entry, string? refusal)
    {
        using var bench = await UpdateBench.Create();
        var result = await bench.Update("build", UpdateBench.Blink, "--version", "1.0.0", "--entry", entry, "--output", bench.File("it"));
        Assert.Equal(refusal is null, result.ExitCode == 0);
        Assert.Contains(refusal ?? "", result.Error);
    }

    [TimedFact]
    public async Task Extraneous_dependencies_a_file_that_nothing_refers_to_is_refused()
    {
        using var bench = await UpdateBench.Create();
        var stray = bench.Changed("Stray", _ => { });
        await bench.AssertRefused("only one can be the application", "build", UpdateBench.Blink, stray, "--version", "1.0.0");
    }

    [TimedFact]
    public async Task Dependencies_come_first_whatever_the_order_of_the_files()
    {
        using var bench = await UpdateBench.Create();
        var library = bench.Changed("Library", _ => { });
        var application = bench.Changed("Blink", m => CallLibrary(m, "Start"));
        var built = await bench.Update("build", application, library, "--version", "1.0.0", "--output", bench.File("it"));
        Assert.True(built.ExitCode == 0, built.All);
        Assert.Contains("images       Library 0.1.0.0", built.Output);

        var broken = bench.Changed("Blink", m => CallLibrary(m, "Begin"));
        await bench.AssertRefused("the member System.Void Blink.Application::Begin() is not on the target", "build", broken, library, "--version", "1.0.0");
    }

    private static async Task Refused(string words, Action<ModuleDefinition> change)
    {
        using var bench = await UpdateBench.Create();
        await bench.AssertRefused(words, "build", bench.Changed("Blink", change), "--version", "1.0.0", "--output", bench.File("it"));
        Assert.False(File.Exists(bench.File("it")));
    }

    private static void AddStaticConstructor(ModuleDefinition module)
    {
        var constructor = new MethodDefinition(".cctor", MethodAttributes.Static | MethodAttributes.Private | MethodAttributes.SpecialName | MethodAttributes.RTSpecialName, module.TypeSystem.Void);
        constructor.Body.GetILProcessor().Emit(OpCodes.Ret);
        module.GetType("Blink.Application").Methods.Add(constructor);
    }

    private static void CallLibrary(ModuleDefinition module, string member)
    {
        var library = new AssemblyNameReference("Library", new Version(0, 1, 0, 0));
        module.AssemblyReferences.Add(library);
        var type = new TypeReference("Blink", "Application", module, library);
        var il = module.GetType("Blink.Application").Methods.Single(m => m.Name == "Stop").Body.Instructions;
        il.Insert(0, Instruction.Create(OpCodes.Call, new MethodReference(member, module.TypeSystem.Void, type) { HasThis = true }));
        il.Insert(0, Instruction.Create(OpCodes.Ldnull));
    }
}
