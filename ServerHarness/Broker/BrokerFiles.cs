using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Broker;

/// <summary>
/// A folder of the broker's own with copies of what it reads. As root, mosquitto becomes another user BEFORE it reads its key,
/// and the PKI's folders are closed to that user: the copies belong to it, and go when the broker stops.
/// </summary>
internal sealed class BrokerFiles : IDisposable
{
    private readonly string _folder;

    private BrokerFiles(string folder, BrokerMaterial material)
    {
        _folder = folder;
        Material = material;
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
    }

    public string Certificate => Path.Combine(_folder, "server.cert.pem");

    public string Key => Path.Combine(_folder, "server.key.pem");

    public string ClientCa => Path.Combine(_folder, "client-ca.cert.pem");

    public string Configuration => Path.Combine(_folder, "mosquitto.conf");

    public string Crl => Path.Combine(_folder, "crl.pem");

    public string Access => Path.Combine(_folder, "acl");

    /// <summary>What stands in them.</summary>
    public BrokerMaterial Material { get; private set; }

    /// <summary>Copies everything into a new folder.</summary>
    public static BrokerFiles Create(BrokerMaterial material)
    {
        var files = new BrokerFiles(Directory.CreateTempSubdirectory("secureesp-broker-").FullName, material);
        try
        {
            files.Write();
            return files;
        }
        catch
        {
            files.Dispose();
            throw;
        }
    }

    /// <summary>Puts the new in place of the old, each file at once.</summary>
    /// <param name="user">Whom mosquitto has become; null where it keeps our user.</param>
    public void Replace(BrokerMaterial material, SystemUser? user)
    {
        Material = material;
        Write();
        TakeOver(user);
    }

    /// <summary>Writes the configuration, then gives everything to the user that the broker becomes.</summary>
    /// <param name="user">Null where the broker keeps our user.</param>
    public void Complete(string configuration, SystemUser? user)
    {
        AtomicFile.Write(Configuration, configuration, AtomicFile.Secret);
        TakeOver(user);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    // If this process ends without disposing, the copy of the key must not stay behind.
    private void OnProcessExit(object? sender, EventArgs e) => Dispose();

    private void Write()
    {
        AtomicFile.Write(ClientCa, Material.ClientCa, AtomicFile.Public);
        AtomicFile.Write(Certificate, Material.Certificate, AtomicFile.Public);
        AtomicFile.Write(Key, Material.Key, AtomicFile.Secret);
        AtomicFile.Write(Access, Material.Access, AtomicFile.Secret);
        if (Material.Crl is { } crl)
        {
            AtomicFile.Write(Crl, crl, AtomicFile.Public);
        }
    }

    private void TakeOver(SystemUser? user)
    {
        if (user is not null)
        {
            foreach (var path in Directory.GetFiles(_folder).Append(_folder))
            {
                user.TakeOver(path);
            }
        }
    }
}
