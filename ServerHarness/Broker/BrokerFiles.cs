using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Broker;

/// <summary>
/// A folder of the broker's own with copies of what it reads. As root, mosquitto becomes another user BEFORE it reads its key,
/// and the PKI's folders are closed to that user: the copies belong to it, and go when the broker stops.
/// </summary>
internal sealed class BrokerFiles : IDisposable
{
    private readonly string _folder;

    private BrokerFiles(string folder)
    {
        _folder = folder;
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
    }

    public string Certificate => Path.Combine(_folder, "server.cert.pem");

    public string Key => Path.Combine(_folder, "server.key.pem");

    public string ClientCa => Path.Combine(_folder, "client-ca.cert.pem");

    public string Configuration => Path.Combine(_folder, "mosquitto.conf");

    /// <summary>Copies certificates and key as they are now.</summary>
    /// <exception cref="HarnessException">One is missing, unreadable or does not fit the other.</exception>
    public static BrokerFiles Copy(BrokerOptions options)
    {
        using (CertificateFile.ReadWithKey(options.Identity.Certificate, options.Identity.Key))
        {
            // Read for its checks: mosquitto would only say that it cannot load a file.
        }

        var authorities = options.ClientCaFiles.SelectMany(file => CertificateFile.ReadAll(file)).ToArray();
        var files = new BrokerFiles(Directory.CreateTempSubdirectory("secureesp-broker-").FullName);
        try
        {
            AtomicFile.Write(files.ClientCa, CertificateFile.Pem(authorities), AtomicFile.Public);
            AtomicFile.Write(files.Certificate, File.ReadAllText(options.Identity.Certificate), AtomicFile.Public);
            AtomicFile.Write(files.Key, File.ReadAllText(options.Identity.Key), AtomicFile.Secret);
            return files;
        }
        catch
        {
            files.Dispose();
            throw;
        }
    }

    /// <summary>Writes the configuration, then gives everything to the user that the broker becomes.</summary>
    /// <param name="user">Null where the broker keeps our user.</param>
    public void Complete(string configuration, SystemUser? user)
    {
        AtomicFile.Write(Configuration, configuration, AtomicFile.Secret);
        if (user is not null)
        {
            foreach (var path in Directory.GetFiles(_folder).Append(_folder))
            {
                user.TakeOver(path);
            }
        }
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
}
