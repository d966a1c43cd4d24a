using System.CommandLine;
using SecureEsp.ServerHarness.Broker;

namespace SecureEsp.ServerHarness.Commands;

/// <summary><c>broker config</c>: the same broker for a mosquitto that is installed as a service.</summary>
internal sealed class BrokerConfigCommand : HarnessCommand
{
    private readonly BrokerFlags _flags = new();
    private readonly Option<string> _files = new("--files")
    {
        Description = "Where the service's certificates and rules shall lie.", HelpName = "PATH", DefaultValueFactory = _ => "/etc/mosquitto/secureesp",
    };

    private readonly Option<bool> _acl = new("--acl") { Description = "Print the rules (acl_file) instead." };

    public BrokerConfigCommand(Terminal terminal)
        : base(
            terminal,
            "config",
            "Print the file for an installed mosquitto's conf.d folder, with the commands that put the certificates in place as comments.")
    {
        foreach (var option in _flags.All.Concat([_files, _acl]))
        {
            Options.Add(option);
        }
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("broker config", "for /etc/mosquitto/conf.d/secureesp.conf"),
        new("broker config --acl", "for /etc/mosquitto/secureesp/acl, which that file names"),
    ];

    protected override Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var service = new ServiceInstallation(_flags.Read(line), Path.GetFullPath(line.GetRequiredValue(_files)));

        // Read for its checks: what is printed shall not fail on the other machine.
        _ = BrokerMaterial.Read(service.Options);
        if (IsJson(line))
        {
            Terminal.Json(new { service.Configuration, service.Access, service.Paths, service.Commands });
        }
        else if (line.GetValue(_acl))
        {
            Terminal.Output.Write(service.Access);
        }
        else
        {
            Terminal.Output.Write(service.Configuration);
            Terminal.Output.Write(string.Concat(service.Commands.Select(command => $"# {command}\n")));
        }

        return Task.FromResult(ExitCode.Ok);
    }
}
