namespace SecureEsp.ServerHarness.Tests.Mtls;

/// <summary>
/// The certificates of the original demonstration, by its own openssl commands. Only the keys are shorter than its 4096 bits:
/// those take openssl ten seconds. Its CA is a certificate of version 1, its leaves have no usages.
/// </summary>
public sealed class SeedCertificates : IAsyncLifetime
{
    private const string CaConf = """
        [ ca ]
        default_ca = CA_default

        [ CA_default ]
        # Configuration ...
        dir = .
        certificate = $dir/ca_cert.pem
        private_key = $dir/ca_key.pem
        # Other settings ...

        [ req ]
        default_bits = 4096
        prompt = no
        default_md = sha256
        distinguished_name = dn
        x509_extensions = v3_ca

        [ dn ]
        # Distinguished Name (DN) details...
        CN = My Test CA

        [ v3_ca ]
        # CA-specific extensions...

        """;

    private const string CertConf = """
        [ req ]
        default_bits = 4096
        prompt = no
        default_md = sha256
        distinguished_name = dn
        req_extensions = req_ext

        [ dn ]
        CN = localhost

        [ req_ext ]
        subjectAltName = @alt_names

        [ alt_names ]
        DNS.1 = localhost

        """;

    private const string Commands = """
        openssl genrsa -out ca_key.pem 2048
        openssl req -new -x509 -days 3650 -config ca.conf -key ca_key.pem -out ca_cert.pem
        openssl genrsa -out server_key.pem 2048
        openssl req -new -key server_key.pem -out server_csr.pem -config cert.conf
        openssl x509 -req -days 365 -in server_csr.pem -CA ca_cert.pem -CAkey ca_key.pem -CAcreateserial -out server_cert.pem -extfile cert.conf -extensions req_ext
        openssl genrsa -out client_key.pem 2048
        openssl req -new -key client_key.pem -out client_csr.pem -config cert.conf
        openssl x509 -req -days 365 -in client_csr.pem -CA ca_cert.pem -CAkey ca_key.pem -CAcreateserial -out client_cert.pem -extfile cert.conf -extensions req_ext
        openssl genrsa -out bad_ca_key.pem 2048
        openssl req -new -x509 -days 3650 -config ca.conf -key bad_ca_key.pem -out bad_ca_cert.pem
        openssl genrsa -out bad_key.pem 2048
        openssl req -new -key bad_key.pem -out bad_csr.pem -config cert.conf
        openssl x509 -req -days 365 -in bad_csr.pem -CA bad_ca_cert.pem -CAkey bad_ca_key.pem -CAcreateserial -out bad_cert.pem -extfile cert.conf -extensions req_ext
        """;

    private readonly TemporaryFolder _folder = new();

    /// <summary>The folder that the original calls <c>keys</c>.</summary>
    public string Keys => _folder.File("keys");

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Keys);
        await File.WriteAllTextAsync(Path.Combine(Keys, "ca.conf"), CaConf);
        await File.WriteAllTextAsync(Path.Combine(Keys, "cert.conf"), CertConf);
        await using var shell = Tool.Start("sh", Keys, new Dictionary<string, string?>(), "-ec", Commands);
        var result = await shell.End();
        Assert.True(result.ExitCode == 0, result.All);
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }
}
