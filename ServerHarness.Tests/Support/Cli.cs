using SecureEsp.ServerHarness.Commands;

namespace SecureEsp.ServerHarness.Tests.Support;

/// <summary>The program, inside this process or as one of its own.</summary>
public static class Cli
{
    /// <summary>The assembly that a process runs.</summary>
    public static string Assembly { get; } = typeof(CommandLine).Assembly.Location;

    /// <summary>Inside this process: fast, with its text.</summary>
    public static async Task<ToolResult> Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(arguments, new(output, error, colour: false));
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>As a process, in a folder.</summary>
    public static Tool Start(string folder, params string[] arguments) =>
        Tool.Start("dotnet", folder, new Dictionary<string, string?>(), [Assembly, .. arguments]);
}
