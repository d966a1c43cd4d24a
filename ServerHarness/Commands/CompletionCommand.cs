using System.CommandLine;

namespace SecureEsp.ServerHarness.Commands;

/// <summary><c>completion</c>: the script with which a shell completes this program's command lines.</summary>
internal sealed class CompletionCommand : HarnessCommand
{
    private readonly Argument<string> _shell = new("SHELL") { Description = "bash, zsh, fish or pwsh." };

    public CompletionCommand(Terminal terminal)
        : base(terminal, "completion", "Print the script that makes a shell complete commands, options, their values, and names of the PKI.")
    {
        _shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        Arguments.Add(_shell);
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("completion bash", "in ~/.bashrc, once secureesp is installed: source <(secureesp completion bash)"),
        new("completion zsh", "in ~/.zshrc: source <(secureesp completion zsh)"),
        new("completion fish", "secureesp completion fish > ~/.config/fish/completions/secureesp.fish"),
        new("completion pwsh", "in $PROFILE: secureesp completion pwsh | Out-String | Invoke-Expression"),
    ];

    protected override Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var shell = line.GetRequiredValue(_shell);
        var script = Script(shell);
        if (IsJson(line))
        {
            Terminal.Json(new { shell, script });
        }
        else
        {
            Terminal.Table(script);
        }

        return Task.FromResult(ExitCode.Ok);
    }

    private static string Script(string shell)
    {
        using var stream = typeof(CompletionCommand).Assembly.GetManifestResourceStream($"completion/secureesp.{shell}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
