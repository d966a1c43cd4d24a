using System.CommandLine;
using System.Globalization;
using System.Net;
using SecureEsp.ServerHarness.Broker;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>What <c>broker</c> and <c>broker config</c> take alike.</summary>
internal sealed class BrokerFlags
{
    private readonly Option<string> _folder = SharedOptions.Folder();
    private readonly Option<string?> _name = SharedOptions.Name();
    private readonly Option<IPAddress> _bind = SharedOptions.Bind();
    private readonly Option<int> _port = SharedOptions.Port("--port", "The port for MQTT over TLS.", BrokerOptions.DefaultPort);
    private readonly Option<bool> _allowTls12 = new("--allow-tls12")
    {
        Description = "Take TLS 1.2 too, for boards with images older than July 2026.",
    };

    private readonly Option<bool> _seedTopics = new("--seed-topics")
    {
        Description = "Let devices use the topics of secure_esp too: /esp/log, /esp/update/…, /esp/restart.",
    };

    private readonly Option<bool> _oneSession = new("--one-session-per-name")
    {
        Description = "A client's id is its certificate's name: nobody can push another one off.",
    };

    private readonly Option<string[]> _crl = new("--crl")
    {
        Description = "PEM file with revocation lists; may be repeated. Left out: those of the PKI.", HelpName = "FILE",
    };

    private readonly Option<int> _maxConnections = Count("--max-connections", "Connections at a time; 0 for no limit.", new BrokerLimits().MaxConnections);
    private readonly Option<int> _maxPacket = Count("--max-packet-size", "Bytes of one MQTT packet; 0 for no limit.", new BrokerLimits().MaxPacketBytes);
    private readonly Option<int> _maxQueued =
        Count("--max-queued-messages", "Messages that wait for one client; 0 for no limit.", new BrokerLimits().MaxQueuedMessages);

    public BrokerFlags() => _name.CompletionSources.Add(NameSuggestions.Of(Leaf.ServerKind, _folder));

    public IEnumerable<Option> All =>
        [_folder, _name, _bind, _port, _allowTls12, _seedTopics, _oneSession, _crl, _maxConnections, _maxPacket, _maxQueued];

    /// <summary>A number that is not negative.</summary>
    public static Option<int> Count(string name, string description, int value) => new(name)
    {
        Description = description,
        HelpName = "NUMBER",
        DefaultValueFactory = _ => value,
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }

            result.AddError($"{name}: '{result.Tokens[0].Value}' is not a number from 0 on");
            return default;
        },
    };

    public BrokerOptions Read(ParseResult line)
    {
        var pki = PkiFolder.Open(line.GetRequiredValue(_folder));
        var options = BrokerOptions.For(pki, ServerChoice.Choose(pki, line.GetValue(_name)));
        return options with
        {
            Address = line.GetRequiredValue(_bind),
            Port = line.GetValue(_port),
            AllowTls12 = line.GetValue(_allowTls12),
            SeedTopics = line.GetValue(_seedTopics),
            OneSessionPerName = line.GetValue(_oneSession),
            CrlFiles = line.GetValue(_crl) is { Length: > 0 } files ? files : options.CrlFiles,
            Limits = new()
            {
                MaxConnections = line.GetValue(_maxConnections),
                MaxPacketBytes = line.GetValue(_maxPacket),
                MaxQueuedMessages = line.GetValue(_maxQueued),
            },
        };
    }
}
