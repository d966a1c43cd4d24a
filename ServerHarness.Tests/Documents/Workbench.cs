using SecureEsp.ServerHarness.Programs;

namespace SecureEsp.ServerHarness.Tests.Documents;

/// <summary>
/// A folder that looks like a fresh clone: everything is the repository's, but what commands write stays here. What a line
/// builds was built already, by whoever runs this test: a dotnet in front of the real one says so.
/// </summary>
internal sealed class Workbench : IDisposable
{
    private const string Weather = "Samples/Weather/bin/Release";

    private readonly TemporaryFolder _folder = new();

    private Workbench()
    {
    }

    public string Folder => _folder.File("SecureEsp");

    public IReadOnlyDictionary<string, string?> Environment => new Dictionary<string, string?>
    {
        ["PATH"] = $"{_folder.File("bin")}:{System.Environment.GetEnvironmentVariable("PATH")}:/usr/sbin",
        ["HOME"] = _folder.Path,
        ["NUGET_PACKAGES"] = _folder.File("nuget"),
        ["PYTHONUNBUFFERED"] = "1",
        ["NO_COLOR"] = null,
    };

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public static async Task<Workbench> Create()
    {
        var bench = new Workbench();
        bench.Link("", except: ["Certificates", "Samples", "packages"]);
        bench.Link("Certificates", except: ["out"]);
        bench.Link("Samples", except: ["Weather"]);
        bench.Link("Samples/Weather", except: ["bin"]);
        Directory.CreateDirectory(Path.Combine(bench.Folder, Path.GetDirectoryName(Weather)!));
        File.CreateSymbolicLink(Path.Combine(bench.Folder, Weather), Sources.Path("Samples", "Weather", "bin", Configuration));
        Directory.CreateDirectory(bench._folder.File("bin"));
        await Script.Write(bench._folder, "bin/dotnet", $$"""
            case "$1 $2 $3" in
              "run --project ServerHarness") shift 4; exec '{{Dotnet()}}' '{{Cli.Assembly}}' "$@" ;;
              "run -c Release") case "$5" in
                bench/device) shift 6; exec '{{Dotnet()}}' '{{Sources.Path("bench", "device", "bin", Configuration, "net10.0", "DeviceBench.dll")}}' "$@" ;;
                bench/crypto) shift 6; exec '{{Dotnet()}}' '{{Sources.Path("bench", "crypto", "bin", Configuration, "net10.0", "CryptoBench.dll")}}' "$@" ;;
                bench/rpc) shift 6; exec '{{Dotnet()}}' '{{Sources.Path("bench", "rpc", "bin", Configuration, "net10.0", "RpcBench.dll")}}' "$@" ;;
                bench/web) shift 6; exec '{{Dotnet()}}' '{{Sources.Path("bench", "web", "bin", Configuration, "net10.0", "WebBench.dll")}}' "$@" ;;
                bench/update) shift 6; exec '{{Dotnet()}}' '{{Sources.Path("bench", "update", "bin", Configuration, "net10.0", "UpdateBench.dll")}}' "$@" ;;
              esac ;;
              "build "*) exit 0 ;;
              "pack ServerHarness "*) shift 2; exec '{{Dotnet()}}' pack '{{Sources.Path("ServerHarness")}}' -c {{Configuration}} --no-build -m:1 -nodeReuse:false --nologo -v q "$@" ;;
            esac
            [ "$1" != ServerHarness/bin/Release/net10.0/secureesp.dll ] || { shift; set -- '{{Cli.Assembly}}' "$@"; }
            exec '{{Dotnet()}}' "$@"
            """);
        return bench;
    }

    public void Dispose() => _folder.Dispose();

    private void Link(string below, string[] except)
    {
        Directory.CreateDirectory(Path.Combine(Folder, below));
        foreach (var entry in Directory.EnumerateFileSystemEntries(Sources.Path(below)).Where(e => !except.Contains(Path.GetFileName(e))))
        {
            File.CreateSymbolicLink(Path.Combine(Folder, below, Path.GetFileName(entry)), entry);
        }
    }

    private static string Dotnet() => ProgramSearch.Find("dotnet", null) ?? throw new InvalidOperationException("dotnet is not in PATH");
}
