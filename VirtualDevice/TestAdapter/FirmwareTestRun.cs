using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Text;
using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.TestAdapter;

internal enum Verdict
{
    Passed,
    Failed,
    Skipped,
}

internal sealed record FirmwareTestResult(FirmwareTest Test, Verdict Verdict, string? Message, string? Trace, string Output, TimeSpan Duration);

/// <summary>
/// Runs tests of one assembly on one device, in one boot as on a board. A test that exceeds its limit fails, the device
/// is switched off, and the rest runs on a new one.
/// </summary>
internal sealed class FirmwareTestRun(string assembly, TimeSpan testLimit)
{
    private readonly StringBuilder _output = new();

    public IEnumerable<FirmwareTestResult> Run(IReadOnlyList<FirmwareTest> tests)
    {
        var left = new Queue<FirmwareTest>(tests);
        while (left.Count > 0)
        {
            using var results = new BlockingCollection<FirmwareTestResult>();
            using var device = new Device(new VirtualBoard(), new FirmwareImage(assembly), application => RunAll(application, [.. left], results));
            device.Board.DebugPrinted += Keep;
            device.Happened += e => Ended(e, results);
            device.PowerOn();
            while (left.Count > 0 && results.TryTake(out var result, testLimit))
            {
                left.Dequeue();
                yield return result;
            }
            if (left.TryDequeue(out var unfinished)) yield return Unfinished(unfinished, results);
        }
    }

    private FirmwareTestResult Unfinished(FirmwareTest test, BlockingCollection<FirmwareTestResult> results)
    {
        var reason = results.IsAddingCompleted ? "the device stopped during this test" : $"not finished within {testLimit.TotalSeconds:0} s";
        return new(test, Verdict.Failed, reason, null, TakeOutput(), testLimit);
    }

    private void Ended(DeviceEvent happened, BlockingCollection<FirmwareTestResult> results)
    {
        if (happened.Kind is not (DeviceEventKind.MainEnded or DeviceEventKind.Rebooted)) return;
        Keep(happened.Detail);
        results.CompleteAdding();
    }

    private void RunAll(Assembly application, FirmwareTest[] tests, BlockingCollection<FirmwareTestResult> results)
    {
        foreach (var group in tests.GroupBy(t => t.Type))
        {
            var type = application.GetType(group.Key, throwOnError: true)!;
            var setup = RunMarked(type, "SetupAttribute");
            foreach (var test in group) results.Add(setup is null ? RunOne(type, test) : Failed(test, setup, TimeSpan.Zero));
            if (RunMarked(type, "CleanupAttribute") is { } cleanup) Keep(cleanup.ToString());
        }
    }

    private Exception? RunMarked(Type type, string attribute)
    {
        try
        {
            foreach (var method in Methods(type).Where(m => m.GetCustomAttributesData().Any(a => a.AttributeType.Name == attribute))) TestInvocation.Invoke(method);
            return null;
        }
        catch (Exception e) when (e is not DeviceStoppedException)
        {
            return e;
        }
    }

    private FirmwareTestResult RunOne(Type type, FirmwareTest test)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var method = Methods(type).Single(m => m.Name == test.Method);
            TestInvocation.Invoke(method, test.Row < 0 ? [] : Row(method, test.Row));
            return new(test, Verdict.Passed, null, null, TakeOutput(), Stopwatch.GetElapsedTime(started));
        }
        catch (Exception e) when (e is not DeviceStoppedException)
        {
            return Failed(test, e, Stopwatch.GetElapsedTime(started));
        }
    }

    private FirmwareTestResult Failed(FirmwareTest test, Exception e, TimeSpan duration) =>
        new(test, e.GetType().Name == "SkipTestException" ? Verdict.Skipped : Verdict.Failed, $"{e.GetType().Name}: {e.Message}", e.StackTrace, TakeOutput(), duration);

    private static object?[] Row(MethodInfo method, int row)
    {
        var data = method.GetCustomAttributesData().Where(a => a.AttributeType.Name == "DataRowAttribute").ElementAt(row);
        return [.. ((IReadOnlyCollection<CustomAttributeTypedArgument>)data.ConstructorArguments[0].Value!).Select(a => a.Value)];
    }

    private static MethodInfo[] Methods(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly);

    private void Keep(string text)
    {
        lock (_output) _output.AppendLine(text.TrimEnd());
    }

    private string TakeOutput()
    {
        lock (_output)
        {
            var text = _output.ToString();
            _output.Clear();
            return text;
        }
    }
}
