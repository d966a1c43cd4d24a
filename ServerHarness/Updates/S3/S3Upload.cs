using System.Net;

namespace SecureEsp.ServerHarness.Updates.S3;

/// <summary>Puts objects into a bucket.</summary>
internal static class S3Upload
{
    private const int MostOfAnAnswer = 400;
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(5);

    /// <summary>Puts one object in, in place of one of the same key.</summary>
    /// <exception cref="HarnessException">The service cannot be reached, is not trusted by this machine, or refuses.</exception>
    public static void Put(S3Location location, string key, byte[] content, CancellationToken cancellation)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = s_limit };
        using var request = new HttpRequestMessage(HttpMethod.Put, location.Presign("PUT", key, s_limit, DateTimeOffset.UtcNow))
        {
            Content = new ByteArrayContent(content),
        };
        request.Content.Headers.ContentType = new("application/octet-stream");
        try
        {
            using var answer = client.Send(request, cancellation);
            if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NoContent))
            {
                using var reader = new StreamReader(answer.Content.ReadAsStream());
                var words = reader.ReadToEnd();
                throw new HarnessException(
                    Text.Printable($"{location.Endpoint} did not take {key}: {(int)answer.StatusCode} {words[..Math.Min(words.Length, MostOfAnAnswer)]}"),
                    "are bucket, region and credentials right?");
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new HarnessException(
                Text.Printable($"{key} was not put to {location.Endpoint}: {(e.InnerException ?? e).Message}"), "is it reachable, and is its certificate trusted by this machine (SSL_CERT_FILE)?", inner: e);
        }
    }
}
