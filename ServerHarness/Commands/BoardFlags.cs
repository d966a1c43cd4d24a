using System.CommandLine;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Provisioning;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>Which device's files a command is about.</summary>
internal sealed class BoardFlags
{
    private readonly Option<string> _folder = SharedOptions.Folder();
    private readonly Option<string?> _output = new("--output")
    {
        Description = "Where the files go; left out: boards/ID in the PKI's folder.", HelpName = "PATH",
    };

    private readonly Argument<string> _id = new("ID") { Description = "The device's id." };

    public void AddTo(Command command)
    {
        _id.Validators.Add(PkiArguments.RefuseOptions);
        _id.CompletionSources.Add(NameSuggestions.Of(Leaf.DeviceKind, _folder));
        command.Arguments.Add(_id);
        command.Options.Add(_folder);
        command.Options.Add(_output);
    }

    public string Id(ParseResult line) => line.GetRequiredValue(_id);

    public PkiFolder Pki(ParseResult line) => PkiFolder.Open(line.GetRequiredValue(_folder));

    public BoardFiles Files(ParseResult line)
    {
        ClientId.Check("device", Id(line));
        return new(Path.GetFullPath(line.GetValue(_output) ?? Path.Combine(line.GetRequiredValue(_folder), "boards", Id(line))));
    }
}
