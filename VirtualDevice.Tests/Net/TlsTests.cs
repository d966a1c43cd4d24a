using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Tests.Tls;
using SecureEsp.VirtualDevice.Tls;

namespace SecureEsp.VirtualDevice.Tests.Net;

/// <summary>
/// Firmware's SslStream against the desktop's, on a whole device. nanoframework/System.Net, Security/SslStream.cs; nf-interpreter,
/// sys_net_native_System_Net_Security_SslNative.cpp and ssl_generic_init_internal.cpp: only CertificateRequired sets
/// MBEDTLS_SSL_VERIFY_REQUIRED.
/// </summary>
public class TlsTests
{
    private const int CertificateRequired = 4;
    private const int VerifyPeer = 2;

    private static readonly Issuer Root = Issuer.Root();
    private static readonly Issuer Server = Root.Server("CN=x", "server.test");
    private static readonly Issuer Client = Root.Client();

    [Fact]
    public async Task A_stored_root_and_the_stored_device_certificate_make_mutual_TLS()
    {
        using var device = new NetworkedDevice();
        device.Board.Certificates.ProvisionCaBundle(CertificateStore.Terminate(Root.Pem));
        device.Board.Certificates.ProvisionDeviceCertificate(CertificateStore.Terminate(Client.Pem, Client.KeyPem));
        Assert.Equal("CN=device-1", await ServeAsync(device.Run("tls", "server.test", device.Port, CertificateRequired, "stored")));
        device.Expect("begun wo left True").Expect("received rld");
    }

    [Fact]
    public async Task A_root_of_the_call_and_an_encrypted_key_with_its_password_do_too()
    {
        using var device = new NetworkedDevice();
        device.Store("ca.pem", Root.Pem);
        device.Store("own.pem", Client.Pem);
        device.Store("own.key", Client.EncryptedKeyPem("secret"));
        Assert.Equal("CN=device-1", await ServeAsync(device.Run("tls", "server.test", device.Port, CertificateRequired, "file", "secret")));
        device.Expect("received rld");
    }

    [Fact]
    public async Task A_store_whose_PEM_lacks_its_final_zero_trusts_nobody()
    {
        using var device = new NetworkedDevice();
        device.Board.Certificates.ProvisionCaBundle(System.Text.Encoding.ASCII.GetBytes(Root.Pem));
        await ServeAsync(device.Run("tls", "server.test", device.Port, CertificateRequired, "none"));
        device.Expect("cryptographic error 8");
    }

    [Fact]
    public async Task An_unknown_root_is_told_by_its_flags()
    {
        using var device = new NetworkedDevice();
        device.Store("ca.pem", Issuer.Root("CN=Other").Pem);
        await ServeAsync(device.Run("tls", "server.test", device.Port, CertificateRequired, "none"));
        device.Expect("cryptographic error 8");
    }

    [Fact]
    public async Task The_older_firmware_tells_it_by_a_socket_exception()
    {
        using var device = new NetworkedDevice();
        device.Board.TlsGeneration = TlsGeneration.SocketException;
        await ServeAsync(device.Run("tls", "server.test", device.Port, CertificateRequired, "none"));
        device.Expect("socket error -9984");
    }

    [Fact]
    public async Task A_clock_at_1970_refuses_every_certificate()
    {
        using var device = new NetworkedDevice();
        device.Network.TimeSource = null;
        device.Board.Certificates.ProvisionCaBundle(CertificateStore.Terminate(Root.Pem));
        await ServeAsync(device.Run("tls", "server.test", device.Port, CertificateRequired, "none"));
        device.Expect("cryptographic error 512");
    }

    [Fact]
    public async Task A_clock_that_is_years_ahead_finds_every_certificate_expired()
    {
        using var device = new NetworkedDevice();
        device.Network.TimeSource = () => new DateTime(2040, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        device.Board.Certificates.ProvisionCaBundle(CertificateStore.Terminate(Root.Pem));
        await ServeAsync(device.Run("tls", "server.test", device.Port, CertificateRequired, "none"));
        device.Expect("cryptographic error 1");
    }

    [Fact]
    public async Task VerifyPeer_verifies_nobody()
    {
        using var device = new NetworkedDevice();
        device.Network.TimeSource = null;
        await ServeAsync(device.Run("tls", "server.test", device.Port, VerifyPeer, "none"));
        device.Expect("received rld");
    }

    [Fact]
    public async Task A_lost_link_ends_a_read()
    {
        using var device = new NetworkedDevice();
        device.Store("ca.pem", Root.Pem);
        device.Run("tls-wait", "server.test", device.Port);
        using var stream = new SslStream(new NetworkStream(await device.Listener.AcceptAsync().WaitAsync(TimeSpan.FromSeconds(20)), ownsSocket: true));
        await stream.AuthenticateAsServerAsync(Server.WithKey());
        device.Expect("authenticated");
        device.Network.IsInRange = false;
        device.Expect("socket error -1");
    }

    [Fact]
    public void A_client_that_is_refused_in_TLS_1_3_sees_its_read_fail()
    {
        using var device = new NetworkedDevice();
        device.Store("ca.pem", Root.Pem);
        using var server = new OpenSslServer(Server, Root, "-tls1_3");
        device.Run("tls-wait", "server.test", server.Address.Port).Expect("authenticated").Expect("socket error -1");
    }

    [Fact]
    public async Task A_server_with_two_arguments_verifies_its_client_against_the_store()
    {
        using var device = ServerDevice().Run("tls-server", "two");
        await Assert.ThrowsAnyAsync<Exception>(() => AskAsync(device, null));
        device.Expect($"cryptographic error {MbedTlsError.SslNoClientCertificate}");
    }

    [Fact]
    public async Task A_server_with_two_arguments_lets_its_client_in()
    {
        using var device = ServerDevice().Run("tls-server", "two");
        Assert.Equal("hello", await AskAsync(device, Client));
    }

    [Fact]
    public async Task A_server_with_three_arguments_verifies_nobody()
    {
        using var device = ServerDevice().Run("tls-server", "three");
        Assert.Equal("hello", await AskAsync(device, null));
    }

    [Fact]
    public void A_certificate_tells_its_names_and_dates()
    {
        using var device = new NetworkedDevice();
        device.Store("own.pem", Client.Pem);
        device.Run("certificate").Expect("subject CN=device-1 issuer CN=Root").Expect("from 2026 to 2036").Expect("no final zero: refused");
    }

    [Fact]
    public void The_first_bundle_that_firmware_stores_loses_its_end_and_the_second_does_not()
    {
        using var device = new NetworkedDevice();
        device.Store("ca.pem", Root.Pem);
        device.Run("store", 1).Expect("stored True").Expect("done");
        Assert.NotEqual(0, device.Board.Certificates.CaBundle![^1]);
        using var second = new NetworkedDevice();
        second.Store("ca.pem", Root.Pem);
        second.Run("store", 2).Expect("done");
        Assert.Equal(CertificateStore.Terminate(Root.Pem).Length - 1, second.Board.Certificates.CaBundle!.Length);
        Assert.Equal(0, second.Board.Certificates.CaBundle[^1]);
    }

    [Fact]
    public void A_power_cut_ends_a_handshake_with_a_silent_peer()
    {
        using var device = new NetworkedDevice();
        device.Run("tls", "server.test", device.Port, CertificateRequired, "none");
        using var peer = device.Listener.Accept();
        Assert.True(peer.Receive(new byte[1]) > 0); // the ClientHello is here: the device waits for an answer
        device.Running.Device.PowerOff();
        Assert.DoesNotContain(device.Running.Events, e => e.Kind == VirtualDevice.Runtime.DeviceEventKind.ThreadsStuck);
    }

    private static NetworkedDevice ServerDevice()
    {
        var device = new NetworkedDevice();
        device.Board.Certificates.ProvisionCaBundle(CertificateStore.Terminate(Root.Pem));
        var own = Root.Server("CN=device-1", "device.test");
        device.Store("own.pem", own.Pem);
        device.Store("own.key", own.KeyPem);
        return device;
    }

    /// <returns>Subject of the client's certificate.</returns>
    private static async Task<string?> ServeAsync(NetworkedDevice device)
    {
        using var stream = new SslStream(new NetworkStream(await device.Listener.AcceptAsync().WaitAsync(TimeSpan.FromSeconds(20)), ownsSocket: true));
        try
        {
            await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
            {
                ServerCertificate = Server.WithKey(),
                ClientCertificateRequired = true,
                RemoteCertificateValidationCallback = (_, _, _, _) => true,
                CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
            });
            var buffer = new byte[16];
            if (await stream.ReadAsync(buffer) == 0) return null;
            var subject = stream.RemoteCertificate?.Subject;
            await stream.WriteAsync("world"u8.ToArray());
            Assert.Equal(0, await stream.ReadAsync(buffer)); // the device hangs up
            return subject;
        }
        catch (Exception e) when (e is AuthenticationException or IOException)
        {
            return null; // refused: the test looks at what the device says
        }
    }

    private static async Task<string> AskAsync(NetworkedDevice device, Issuer? client)
    {
        device.Expect("listening");
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(new IPEndPoint(device.Board.Radio.HostAddress, 8443));
        using var stream = new SslStream(new NetworkStream(socket));
        await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "device.test",
            ClientCertificates = client is null ? null : [client.WithKey()],
            LocalCertificateSelectionCallback = client is null ? null : (_, _, certificates, _, _) => certificates[0],
            RemoteCertificateValidationCallback = (_, _, _, _) => true,
        });
        await stream.WriteAsync("hello"u8.ToArray());
        var buffer = new byte[16];
        var count = await stream.ReadAsync(buffer);
        return count > 0 ? System.Text.Encoding.ASCII.GetString(buffer, 0, count) : throw new IOException("the device hung up");
    }
}
