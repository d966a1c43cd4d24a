using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Tests.Scripting;
using SecureEsp.VirtualDevice.Tests.Tls;

namespace SecureEsp.VirtualDevice.Tests.Mqtt;

/// <summary>
/// MQTT over mutual TLS: mosquitto demands a certificate, the device presents the one in its store. nanoframework/nanoFramework.m2mqtt,
/// M2Mqtt/Net/MqttNetworkChannel.cs: versions below TLS 1.2 throw ArgumentException, no certificate = the stored one.
/// </summary>
public sealed class SecureSessionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("broker-certificates-").FullName;
    private readonly Issuer _root = Issuer.Root();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(5)]
    public void A_device_with_its_certificate_gets_a_session(int protocol)
    {
        using var broker = SecureBroker();
        var script = Run($"""
            client server.test {broker.Port} {protocol}
            connect device clean 60
            subscribe a 1
            wait subscribed
            publish a 1 live secret
            wait received
            disconnect
            wait closed
            """, _root, _root.Client());
        script.Expect("received a qos 1 retain False dup False secret;");
        broker.WaitForLog("u'device-1'");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Older_versions_of_TLS_throw(int protocol)
    {
        using var broker = SecureBroker();
        Run($"""
            client server.test {broker.Port} {protocol}
            connect device clean 60
            """, _root, _root.Client()).Expect("threw MqttConnectionException <- threw ArgumentException;");
    }

    [Fact]
    public void A_broker_of_another_CA_is_refused()
    {
        using var broker = SecureBroker();
        Run($"""
            client server.test {broker.Port} 4
            connect device clean 60
            """, Issuer.Root(), _root.Client()).Expect("threw MqttConnectionException <- threw");
    }

    [Fact]
    public void A_broker_of_another_name_is_refused()
    {
        using var broker = SecureBroker();
        Run($"""
            client other.test {broker.Port} 4
            connect device clean 60
            """, _root, _root.Client()).Expect("threw MqttConnectionException <- threw");
    }

    [Theory]
    [InlineData(4, "threw MqttConnectionException <- threw")]
    [InlineData(5, "threw MqttCommunicationException")]
    public void A_device_of_another_CA_gets_none(int protocol, string expected)
    {
        using var broker = SecureBroker();
        Run($"""
            client server.test {broker.Port} {protocol}
            connect device clean 60
            """, _root, Issuer.Root("CN=Other").Client()).Expect(expected);
    }

    private static FinishedScript Run(string script, Issuer trusted, Issuer own) => FinishedScript.Run("MqttScript", script, board =>
    {
        board.Certificates.ProvisionCaBundle(CertificateStore.Terminate(trusted.Pem));
        board.Certificates.ProvisionDeviceCertificate(CertificateStore.Terminate(own.Pem, own.KeyPem));
    });

    private Mosquitto SecureBroker()
    {
        var server = _root.Server("CN=broker", "server.test");
        File.WriteAllText(Path.Combine(_folder, "ca.pem"), _root.Pem);
        File.WriteAllText(Path.Combine(_folder, "broker.pem"), server.Pem);
        File.WriteAllText(Path.Combine(_folder, "broker.key"), server.KeyPem);
        return new Mosquitto($"""
            cafile {_folder}/ca.pem
            certfile {_folder}/broker.pem
            keyfile {_folder}/broker.key
            require_certificate true
            use_identity_as_username true
            """);
    }
}
