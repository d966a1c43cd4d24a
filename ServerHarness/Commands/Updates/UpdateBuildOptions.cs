using System.CommandLine;
using SecureEsp.ServerHarness.Updates.Building;
using SecureEsp.ServerHarness.Updates.Format;
using SecureEsp.ServerHarness.Updates.Keys;
using SecureEsp.VirtualDevice.Images;

namespace SecureEsp.ServerHarness.Commands.Updates;

/// <summary>The options of <c>update build</c>, and what they ask for.</summary>
internal sealed class UpdateBuildOptions
{
    private const string DefaultTarget = "ESP32_S3";
    private const int MaxName = 32;

    private readonly Option<SemanticVersion?> _version = UpdateOptions.Version("--version", "The application's version: a device takes only higher ones.");
    private readonly Option<SemanticVersion?> _floor = UpdateOptions.Version("--floor", "Once this bundle is confirmed, no lower version than this runs any more. 0.0.0 unless given.");
    private readonly Option<string?> _product = new("--product") { Description = "Which devices it is for; the application's name unless given.", HelpName = "NAME" };
    private readonly Option<string?> _target = new("--target") { Description = "The nanoFramework target.", HelpName = "NAME", DefaultValueFactory = _ => DefaultTarget };
    private readonly Option<string?> _entry = new("--entry") { Description = "The type to start; NAME.Application unless given.", HelpName = "TYPE" };
    private readonly Option<uint?> _sequence = new("--sequence") { Description = "Counts the product's bundles; the next number unless given.", HelpName = "NUMBER" };
    private readonly Option<int> _expires = ServeValues.Count("--expires-days", "How many days from now it may be installed.", 365);
    private readonly Option<string[]> _signers = new("--signer") { Description = "Public key (PEM) of who will sign; may be repeated. The key of 'update keygen' unless given.", HelpName = "FILE" };
    private readonly Option<string?> _encryptWith = UpdateOptions.Path("--encrypt-with", "Encrypts with the 16-byte key of this file, in hexadecimal, which the devices have too.");
    private readonly Option<string?> _encryptionKey = new("--encryption-key") { Description = "The name under which the devices have that key.", HelpName = "NAME" };

    public UpdateBuildOptions()
    {
        _version.Required = true;
        foreach (var name in new[] { _product, _target, _encryptionKey })
        {
            name.Limit(MaxName);
        }
    }

    public Option<string> Folder { get; } = SharedOptions.Folder();

    public Option<string?> Output { get; } = UpdateOptions.Path("--output", "Where to write it; PRODUCT-VERSION.bundle unless given.");

    public Option<string?> Host { get; } = UpdateOptions.Path("--host", "The firmware (.dll) whose libraries the application must link with; DeviceApp unless given.");

    public Option<string?> AllowList { get; } = UpdateOptions.Path("--allow-list", "What the application may use, signed: FILE and FILE.sig ('update sign FILE --detached').");

    public Option<bool> AcceptStatics { get; } = new("--accept-static-initialisers") { Description = "Take static initialisers, which a board runs unreliably in loaded code." };

    public IReadOnlyList<Option> All =>
    [
        _version, _floor, Output, _product, _target, _entry, _sequence, _expires, _signers, Host, AllowList, AcceptStatics, _encryptWith, _encryptionKey, Folder,
    ];

    public BundleRequest Request(ParseResult line, IReadOnlyList<PeImage> images, UpdateKeyFiles keys)
    {
        var application = images[^1].Name;
        var product = line.GetValue(_product) ?? application;
        if (product.IndexOfAny(['/', '\\']) >= 0 || product.StartsWith('.'))
        {
            throw new HarnessException($"'{product}' is no name of a product: it becomes part of file names and URLs", "leave out slashes", ExitCode.Usage);
        }

        var floor = line.GetValue(_floor) ?? default(SemanticVersion);
        var version = line.GetValue(_version)!.Value;
        if (floor > version)
        {
            throw new HarnessException($"the floor {floor} is above the version {version}", "give a floor that this version reaches", ExitCode.Usage);
        }

        return new()
        {
            Product = product,
            Target = line.GetValue(_target)!,
            Version = version,
            Floor = floor,
            Sequence = line.GetValue(_sequence) ?? SequenceFile.Next(keys.Sequence(product)),
            Expires = DateTimeOffset.UtcNow.AddDays(line.GetValue(_expires)),
            EntryType = line.GetValue(_entry) ?? $"{application}.Application",
            Images = [.. images.Select(i => i.Bytes.ToArray())],
            Signers = [.. Signers(line, keys).Select(k => k.Id)],
            KeyChain = keys.ReadChain(),
            Encryption = PayloadKey(line),
        };
    }

    private IEnumerable<UpdatePublicKey> Signers(ParseResult line, UpdateKeyFiles keys)
    {
        var given = line.GetValue(_signers) ?? [];
        return given.Length > 0 ? given.Select(UpdatePublicKey.Read)
            : File.Exists(keys.PublicKey) ? [UpdatePublicKey.Read(keys.PublicKey)]
            : throw new HarnessException($"there is no {keys.PublicKey}", "make the update key: update keygen", ExitCode.Missing);
    }

    private PayloadKey? PayloadKey(ParseResult line) => (line.GetValue(_encryptWith), line.GetValue(_encryptionKey)) switch
    {
        (null, null) => null,
        ({ } file, { } name) => new(name, UpdateOptions.PayloadKey(file)),
        _ => throw new HarnessException("--encrypt-with and --encryption-key belong together", "give the key's file and its name on the devices", ExitCode.Usage),
    };
}
