using System.Globalization;

namespace SecureEsp.ServerHarness.Tests.Documents;

/// <summary>
/// A bash that lines are pasted into one after the other, with what they leave behind in it. Where the system allows it has a
/// loopback of its own, so that the documents' ports are free whatever else runs on this machine. It has no terminal, whoever
/// runs the tests: what asks for something asks its standard input.
/// </summary>
internal sealed class ShellSession : IAsyncDisposable
{
    // A line may be a whole demo.
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    private readonly Tool _bash;
    private readonly List<(LongRunning Rule, string Process)> _running = [];
    private int _count;

    private ShellSession(Tool bash) => _bash = bash;

    public static async Task<ShellSession> Start(Workbench bench)
    {
        // Root stays root, since mosquitto becomes another user; others keep their own id in a user namespace.
        var apart = Environment.IsPrivilegedProcess ? "-n" : "-cn";
        var possible = await Tool.Run("sh", "-c", $"unshare {apart} ip link set lo up");
        return new(possible.ExitCode == 0
            ? Tool.Start("unshare", bench.Folder, bench.Environment, apart, "sh", "-c", "ip link set lo up && exec setsid -w bash")
            : Tool.Start("setsid", bench.Folder, bench.Environment, "-w", "bash"));
    }

    /// <summary>Runs a line to its end, or until it is ready.</summary>
    public async Task Paste(string line)
    {
        foreach (var before in LineRules.Before.Where(rule => rule.Pattern.IsMatch(line)).SelectMany(rule => rule.Lines))
        {
            await Paste(before);
        }

        foreach (var (_, _, beside) in LineRules.Beside.Where(rule => rule.Pattern.IsMatch(line) && _running.All(r => r.Rule.Kind != rule.Kind)))
        {
            await Paste(beside);
        }

        if (LineRules.LongRunning.FirstOrDefault(rule => rule.Pattern.IsMatch(line)) is { } goesOn)
        {
            await Begin(line, goesOn);
            return;
        }

        // The braces stand on lines of their own: a comment may end the line.
        var input = LineRules.Asked.FirstOrDefault(rule => rule.Pattern.IsMatch(line)) is { Typed: { } typed } ? $"<(printf '{typed}')" : "/dev/null";
        var code = await Answer($"{{ {line}\n}} 2>&1 < {input}");
        Assert.True(code == "0", $"{line}\nended with {code}: {_bash.Said}");
    }

    /// <summary>Ends what still runs, the newest first, as Ctrl+C would.</summary>
    public async Task End()
    {
        while (_running.Count > 0)
        {
            await End(_running[^1]);
        }
    }

    public ValueTask DisposeAsync() => _bash.DisposeAsync();

    private async Task Begin(string line, LongRunning rule)
    {
        if (_running.FirstOrDefault(r => r.Rule.Kind == rule.Kind) is { Rule: not null } other)
        {
            await End(other);
        }

        var mark = $"[{_count}] ";
        var simple = line.Split(" #")[0].TrimEnd(' ', '&');
        var input = "< /dev/null";
        if (rule.Then is not null)
        {
            // Open for both, so that neither end waits for the other.
            input = $"<> \"$HOME/typed{_count}\"";
            await Answer($"mkfifo {input[3..]}");
        }

        var process = await Answer($"{simple} > >(sed -u 's/^/{mark}/') 2>&1 {input} &", "$!");
        _running.Add((rule, process));
        await Says(rule.Ready);
        if (rule.Then is { } then)
        {
            await Answer($"echo {then.Typed} > {input[3..]}");
            await Says(then.Ready);
        }

        Task Says(string text) => _bash.Line(heard => heard.StartsWith(mark, StringComparison.Ordinal) && heard.Contains(text, StringComparison.Ordinal));
    }

    private async Task End((LongRunning Rule, string Process) one)
    {
        _running.Remove(one);
        var code = await Answer($"kill -TERM {one.Process}; wait {one.Process}");
        Assert.True(code == one.Rule.ExitCode.ToString(CultureInfo.InvariantCulture), $"{one.Rule.Kind} ended with {code}: {_bash.Said}");
    }

    // Has bash run something, and then print a value of its own on a line that nothing else prints.
    private async Task<string> Answer(string command, string value = "$?")
    {
        var mark = $"@answer {_count++} ";
        await _bash.Type($"{command}\nprintf '\\n%s%s\\n' '{mark}' \"{value}\"");
        return (await _bash.Line(heard => heard.StartsWith(mark, StringComparison.Ordinal), s_limit))[mark.Length..];
    }
}
