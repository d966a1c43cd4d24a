using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;

namespace SecureEsp.VirtualDevice.TestAdapter;

/// <summary>Runs firmware tests for the test platform and reports each by its name.</summary>
[ExtensionUri(Uri)]
public sealed class FirmwareTestExecutor : ITestExecutor
{
    public const string Uri = "executor://secureesp/VirtualDevice";

    private static readonly TimeSpan TestLimit = TimeSpan.FromSeconds(30);

    private volatile bool _cancelled;

    public void Cancel() => _cancelled = true;

    public void RunTests(IEnumerable<string>? sources, IRunContext? runContext, IFrameworkHandle? frameworkHandle)
    {
        foreach (var source in (sources ?? []).Where(FirmwareTestDiscoverer.IsFirmware))
            Run(source, [.. FirmwareTest.In(source)], frameworkHandle!);
    }

    public void RunTests(IEnumerable<TestCase>? tests, IRunContext? runContext, IFrameworkHandle? frameworkHandle)
    {
        foreach (var group in (tests ?? []).GroupBy(t => t.Source))
        {
            var wanted = group.Select(t => t.FullyQualifiedName).ToHashSet();
            Run(group.Key, [.. FirmwareTest.In(group.Key).Where(t => wanted.Contains(t.Key))], frameworkHandle!);
        }
    }

    private void Run(string source, IReadOnlyList<FirmwareTest> tests, IFrameworkHandle handle)
    {
        foreach (var result in new FirmwareTestRun(source, TestLimit).Run(tests))
        {
            if (_cancelled) return;
            handle.RecordResult(Report(source, result));
        }
    }

    private static TestResult Report(string source, FirmwareTestResult result)
    {
        var report = new TestResult(FirmwareTestDiscoverer.Case(source, result.Test))
        {
            DisplayName = result.Test.Name,
            Outcome = result.Verdict switch { Verdict.Passed => TestOutcome.Passed, Verdict.Skipped => TestOutcome.Skipped, _ => TestOutcome.Failed },
            ErrorMessage = result.Message,
            ErrorStackTrace = result.Trace,
            Duration = result.Duration,
        };
        if (result.Output.Length > 0) report.Messages.Add(new TestResultMessage(TestResultMessage.StandardOutCategory, result.Output));
        return report;
    }
}
