using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using SecureEsp.ServerHarness.Mtls;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Rpc;

/// <summary>Calls at a device's own HTTPS server, over one kept-alive connection with the operator's certificate.</summary>
public sealed class HttpsChannel : IDeviceChannel
{
    /// <summary>More than any device has memory to answer with.</summary>
    private const int MostAnswered = 1 << 20;

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);

    private readonly DeviceAddress _address;
    private readonly HttpClient _client;

    // As users have named it.
    private readonly string _place;
    private string? _refusal;

    /// <param name="caFile">PEM file of the authorities that the device's certificate must chain to.</param>
    /// <param name="connect">Where to connect to instead of asking for the name's address; the name is checked all the same.</param>
    /// <exception cref="HarnessException">A file is missing or not what it should be.</exception>
    public HttpsChannel(DeviceAddress address, string caFile, KeyPairFiles identity, IPEndPoint? connect = null)
    {
        _address = address;
        _place = connect is null ? $"{address}" : $"https://{address.Host} at {connect}";
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            MaxConnectionsPerServer = 1,
            ConnectTimeout = s_limit,
            SslOptions = new SslClientAuthenticationOptions
            {
                ClientCertificateContext = MtlsCredentials.ReadOwn(identity),
                CertificateChainPolicy = CertificateChain.Policy(CertificateFile.ReadAll(caFile), Purposes.ServerAuthentication),
                RemoteCertificateValidationCallback = Judge,
            },
        };
        if (connect is not null)
        {
            handler.ConnectCallback = async (_, cancellation) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                try
                {
                    await socket.ConnectAsync(connect, cancellation);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            };
        }

        _client = new(handler) { Timeout = s_limit, MaxResponseContentBufferSize = MostAnswered };
    }

    public async Task<JsonElement> CallAsync(string method, JsonObject? arguments, CancellationToken cancellation)
    {
        var frame = CallFrame.Of(method, arguments, "secureesp");
        using var content = new StringContent(frame.Text + "\n", new MediaTypeHeaderValue("application/json"));
        try
        {
            using var response = await _client.PostAsync($"https://{_address.Host}:{_address.Port}/rpc", content, cancellation);
            var text = await response.Content.ReadAsStringAsync(cancellation);
            return response.StatusCode == HttpStatusCode.OK
                ? frame.Result(method, text) ?? throw new HarnessException($"{method}: the answer is one to another call", "is something between this machine and the device?")
                : throw new HarnessException($"{method}: {_place} answered {(int)response.StatusCode} {response.ReasonPhrase}", "is it a device that takes calls, and is the certificate an operator's?");
        }
        catch (HttpRequestException e)
        {
            throw Unreachable(e);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new AnswerLostException($"{_place} has not answered within {s_limit.TotalSeconds:0} s", "is the device up and in this network?", ExitCode.Failed, e);
        }
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    // The verdict is .NET's own; the reason is kept in words.
    private bool Judge(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        _refusal = chain is not null && errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) ? CertificateChain.Words(chain.ChainStatus)
            : certificate is X509Certificate2 other && errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? $"its certificate is for {string.Join(", ", CertificateNames.Of(other).DefaultIfEmpty("no name"))}"
            : null;
        return errors == SslPolicyErrors.None;
    }

    private HarnessException Unreachable(HttpRequestException e)
    {
        var cause = e.GetBaseException();
        return e.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError =>
                new HarnessException($"the name {_address.Host} has no address", "give one: --connect ADDRESS:PORT, which 'device run' prints for a virtual device", ExitCode.Missing, e),
            HttpRequestError.ConfigurationLimitExceeded => new HarnessException($"{_place} answers with more than {MostAnswered >> 20} MB", "is it a device that takes calls?", ExitCode.Failed, e),
            HttpRequestError.ConnectionError => new AnswerLostException($"no connection to {_place}: {cause.Message}", "is the device up, and is that its port? 'device run' prints it", ExitCode.Missing, e),
            HttpRequestError.SecureConnectionError when e.InnerException is AuthenticationException refused =>
                new HarnessException($"{_place} is not trusted: {Text.Printable(_refusal ?? Words(refused))}", "its certificate must be of this PKI, carry the name of --at, and be valid now", ExitCode.Failed, e),
            _ => new AnswerLostException($"{_place} has closed the connection: {cause.Message}", "does it take this operator's certificate? its console says why it does not", ExitCode.Failed, e),
        };
    }

    private static string Words(Exception e) => e.InnerException is { } inner ? $"{e.Message} {inner.Message}" : e.Message;
}
