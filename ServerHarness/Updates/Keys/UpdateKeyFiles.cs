using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Updates.Format;

namespace SecureEsp.ServerHarness.Updates.Keys;

/// <summary>The key set and its history beside the signing key, in the PKI's folder <c>updates</c>.</summary>
/// <param name="pkiFolder">The PKI's folder.</param>
internal sealed class UpdateKeyFiles(string pkiFolder)
{
    private const string FirstSetName = "update-keys.cbor";

    /// <summary>Where the first set lies on the board.</summary>
    public const string OnBoard = @"I:\" + FirstSetName;

    private readonly PkiLayout _layout = new(Path.GetFullPath(pkiFolder));

    public string SigningKey => _layout.UpdateSigningKey;

    public string PublicKey => _layout.UpdateSigningPublicKey;

    /// <summary>The first set: what a device is provisioned with.</summary>
    public string FirstSet => Beside(FirstSetName);

    /// <summary>All later sets; goes into every bundle.</summary>
    public string Chain => Beside("key-chain.cbor");

    public string Sequence(string product) => Beside($"{product}.sequence");

    /// <summary>Makes set 1 of one key, unless there is one.</summary>
    /// <returns>Whether it was made.</returns>
    public bool EnsureFirstSet(UpdatePublicKey key)
    {
        if (File.Exists(FirstSet))
        {
            return false;
        }

        AtomicFile.Write(FirstSet, new KeySet(1, 1, [key.Point]).ToArray(), AtomicFile.Public);
        return true;
    }

    /// <exception cref="HarnessException">There is none, or it is none.</exception>
    public KeySet ReadFirstSet() => ReadSet(FirstSet);

    public IReadOnlyList<KeyChainLink> ReadChain() => File.Exists(Chain) ? Read(Chain, bytes => KeyChain.Read(bytes)) : [];

    /// <summary>The set in force.</summary>
    public KeySet Current() => KeyHistory.Follow(ReadFirstSet(), ReadChain());

    public void WriteChain(IReadOnlyList<KeyChainLink> links) => AtomicFile.Write(Chain, KeyChain.Write(links), AtomicFile.Public);

    /// <exception cref="HarnessException">There is no such file, or it is no key set.</exception>
    public static KeySet ReadSet(string path) => Read(path, bytes => KeySet.Read(bytes));

    private static T Read<T>(string path, Func<byte[], T> parse)
    {
        if (!File.Exists(path))
        {
            throw new HarnessException($"there is no {path}", "make the update key and its key set: update keygen", ExitCode.Missing);
        }

        try
        {
            return parse(File.ReadAllBytes(path));
        }
        catch (BundleException e)
        {
            throw new HarnessException($"{path} is not usable: {e.Message}", "restore it from a backup", inner: e);
        }
    }

    private string Beside(string name) => Path.Combine(Path.GetDirectoryName(_layout.UpdateSigningKey)!, name);
}
