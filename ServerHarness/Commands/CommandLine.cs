using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using SecureEsp.ServerHarness.Commands.Calls;
using SecureEsp.ServerHarness.Commands.Updates;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>The program <c>secureesp</c>: its commands, and how their failures leave it.</summary>
public static class CommandLine
{
    /// <summary>Runs one command line.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellation = default)
    {
        var line = Root(terminal).Parse(args);
        if (line.Errors.Count > 0)
        {
            var (message, hint) = UsageError.Of(line);
            terminal.Fail(message, hint);
            return ExitCode.Usage;
        }

        using var signals = new StopSignals(cancellation);
        try
        {
            var invocation = new InvocationConfiguration
            {
                Output = terminal.Output,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await signals.LimitAsync(line.InvokeAsync(invocation, signals.Token));
        }
        catch (HarnessException e)
        {
            terminal.Fail(e.Message, e.Hint);
            return e.ExitCode;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Fail(e.Message, "check the path, its owner and the free space");
            return ExitCode.Failed;
        }
        catch (OperationCanceledException)
        {
            terminal.Fail("interrupted", "run it again: what was done so far is kept");
            return ExitCode.Failed;
        }
        catch (Exception e)
        {
            // A defect of ours: everything that helps to find it goes with it.
            terminal.Error.WriteLine(e);
            terminal.Fail($"unexpected: {e.Message}", "this is a defect of secureesp: report it with the lines above");
            return ExitCode.Failed;
        }
    }

    /// <summary>All commands.</summary>
    public static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("Certificates, HTTPS endpoint and MQTT broker for devices that speak mutual TLS.")
        {
            new Command("pki", "Make and issue certificates.")
            {
                new PkiInitCommand(terminal),
                new Command("issue", "Issue a certificate, or keep the one that still serves.")
                {
                    new IssueServerCommand(terminal),
                    new IssueDeviceCommand(terminal),
                    new IssueOperatorCommand(terminal),
                },
                new PkiRenewCommand(terminal),
                new PkiRenewIntermediateCommand(terminal),
                new PkiRevokeCommand(terminal),
                new PkiCrlCommand(terminal),
                new PkiListCommand(terminal),
                new PkiInspectCommand(terminal),
                new PkiVerifyCommand(terminal),
                new PkiLintCommand(terminal),
                new PkiNeedsRenewalCommand(terminal),
                new PkiExportP12Command(terminal),
                new PkiDecryptKeyCommand(terminal),
                new PkiBundleCommand(terminal),
                new PkiUpdateKeyCommand(terminal),
            },
            new Command("update", "Build, sign, publish and follow updates of the application.")
            {
                new UpdateKeygenCommand(terminal),
                new UpdateRotateCommand(terminal),
                new UpdateBuildCommand(terminal),
                new UpdateSignCommand(terminal),
                new UpdateVerifyCommand(terminal),
                new UpdateInspectCommand(terminal),
                new UpdatePublishCommand(terminal),
                new UpdateServeCommand(terminal),
                new UpdatePushCommand(terminal),
                new UpdateStatusCommand(terminal),
                new UpdateRevertCommand(terminal),
            },
            new ServeCommand(terminal),
            new BrokerCommand(terminal),
            new Command("board", "Make a bare board a certain device.")
            {
                new BoardProvisionCommand(terminal),
                new BoardLabelCommand(terminal),
                new BoardCleanCommand(terminal),
            },
            new Command("mtls", "Try mutual TLS between two programs.")
            {
                new MtlsServerCommand(terminal),
                new MtlsClientCommand(terminal),
            },
            new Command("device", "Run devices, and call them.")
            {
                new DeviceRunCommand(terminal),
                new DeviceCallCommand(terminal),
                new DeviceInfoCommand(terminal),
                new DevicePutCommand(terminal),
                new DeviceLsCommand(terminal),
                new DeviceGetCommand(terminal),
                new DeviceRebootCommand(terminal),
            },
            new DemoCommand(terminal),
            new CompletionCommand(terminal),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new ExamplesHelp((HelpAction)help.Action!);
        var suggest = root.Directives.OfType<SuggestDirective>().Single();
        suggest.Action = new Suggestions(suggest);
        return root;
    }
}
