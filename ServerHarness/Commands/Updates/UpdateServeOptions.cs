using System.CommandLine;
using System.Net;
using SecureEsp.ServerHarness.Broker;
using SecureEsp.ServerHarness.Endpoint;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Updates.Serving;

namespace SecureEsp.ServerHarness.Commands.Updates;

/// <summary>The options of <c>update serve</c>, and what they make of the server.</summary>
internal sealed class UpdateServeOptions
{
    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(5);

    private readonly Option<string> _folder = SharedOptions.Folder();
    private readonly Option<string?> _name = SharedOptions.Name();
    private readonly Option<IPAddress> _bind = SharedOptions.Bind();
    private readonly Option<string> _store = StoreOption.Make();
    private readonly Option<int> _port = SharedOptions.Port("--port", "The port of the update URL, under mutual TLS.", 8444);
    private readonly Option<int> _storePort = SharedOptions.Port("--store-port", "The port of the bundles, which pre-signed URLs lead to.", 8445);
    private readonly Option<TimeSpan?> _lifetime = ServeValues.Duration("--url-lifetime", "How long a pre-signed URL opens its bundle.", "5m");
    private readonly Option<string?> _www = new("--www") { Description = "A folder whose files everybody may read: the plain form of secure_esp.", HelpName = "FOLDER" };
    private readonly Option<int> _wwwPort = SharedOptions.Port("--www-port", "Its port.", 8070);
    private readonly S3Options _s3 = new();
    private readonly Option<bool> _collect = new("--collect") { Description = "Listen at the broker to what devices tell of their updates, and keep it in the store: 'update status' and --stop-after go by it. What they tell meanwhile the broker keeps for the next start." };
    private readonly OperatorOptions _operator;

    public UpdateServeOptions()
    {
        _name.CompletionSources.Add(NameSuggestions.Of(Leaf.ServerKind, _folder));
        _operator = new(_folder);
    }

    public IReadOnlyList<Option> All =>
    [
        _folder, _name, _bind, _store, _port, _storePort, _lifetime, _www, _wwwPort, .. _s3.All, _collect, .. _operator.All,
    ];

    public bool Collects(ParseResult line) => line.GetValue(_collect);

    public MosquittoClient Client(ParseResult line) => _operator.Client(line);

    /// <exception cref="HarnessException">There is no such PKI, certificate or store, or half of an S3 is named.</exception>
    public UpdateServerOptions Read(ParseResult line)
    {
        var pki = PkiFolder.Open(line.GetRequiredValue(_folder));
        var store = line.GetRequiredValue(_store);
        new ServerHarness.Updates.Publishing.StoreFolder(store).RequireThere();
        var www = line.GetValue(_www);
        if (www is not null && !Directory.Exists(www))
        {
            throw new HarnessException($"there is no folder {www}", "name the folder to serve", ExitCode.Missing);
        }

        return new()
        {
            Endpoint = EndpointOptions.For(pki, ServerChoice.Choose(pki, line.GetValue(_name))) with { Address = line.GetRequiredValue(_bind) },
            Store = store,
            Port = line.GetValue(_port),
            StorePort = line.GetValue(_storePort),
            UrlLifetime = line.GetValue(_lifetime) ?? s_lifetime,
            Folder = www,
            FolderPort = line.GetValue(_wwwPort),
            Elsewhere = _s3.Read(line),
        };
    }
}
