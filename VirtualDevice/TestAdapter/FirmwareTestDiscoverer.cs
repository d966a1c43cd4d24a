using System.ComponentModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;

namespace SecureEsp.VirtualDevice.TestAdapter;

/// <summary>Tells the test platform which tests a firmware test assembly has.</summary>
[FileExtension(".dll")]
[DefaultExecutorUri(FirmwareTestExecutor.Uri)]
[Category("managed")]
public sealed class FirmwareTestDiscoverer : ITestDiscoverer
{
    public void DiscoverTests(IEnumerable<string> sources, IDiscoveryContext discoveryContext, IMessageLogger logger, ITestCaseDiscoverySink discoverySink)
    {
        foreach (var source in sources.Where(IsFirmware))
            foreach (var test in FirmwareTest.In(source)) discoverySink.SendTestCase(Case(source, test));
    }

    /// <summary>nanoFramework requires this name of a test assembly.</summary>
    internal static bool IsFirmware(string source) => Path.GetFileNameWithoutExtension(source) == "NFUnitTest";

    internal static TestCase Case(string source, FirmwareTest test) => new(test.Key, new Uri(FirmwareTestExecutor.Uri), source)
    {
        DisplayName = test.Name,
        CodeFilePath = test.File,
        LineNumber = test.Line,
    };
}
