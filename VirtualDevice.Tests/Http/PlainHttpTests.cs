using SecureEsp.VirtualDevice.Tests.Scripting;

namespace SecureEsp.VirtualDevice.Tests.Http;

/// <summary>
/// The System.Net.Http stand-in and the limits of the real one (nanoframework/System.Net.Http, Http/System.Net.HttpWebRequest.cs,
/// System.Net._InputNetworkStreamWrapper.cs, System.Net._HeaderInfoTable.cs, HttpClientHandler.cs).
/// </summary>
public sealed class PlainHttpTests : IDisposable
{
    private readonly LoopbackServer _server = new();

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData("get", "/hello", "200 OK, 12 bytes of text/plain; charset=utf-8: Hello There!;")]
    [InlineData("get", "/missing", "404 Not Found, 12 bytes of text/plain; charset=utf-8: nothing here;")]
    [InlineData("get", "/moved", "302 Found, 0 bytes of text/plain: ;")]
    [InlineData("get", "/chunked", "200 OK, -1 bytes of text/plain: Hello There!;")]
    [InlineData("get", "/until-end", "200 OK, -1 bytes of text/plain: to the end;")]
    [InlineData("get-string", "/hello", "Hello There!;")]
    [InlineData("get-stream", "/chunked", "Hello There!;")]
    [InlineData("get-string", "/missing", "threw HttpRequestException;")]
    [InlineData("web", "/hello", "200 OK from loopback: Hello There!;")]
    [InlineData("web", "/chunked", "200 OK from : Hello There!;")]
    [InlineData("range", "/part", "206: cde;")]
    public void A_response_is_read(string method, string path, string expected) => Run($"{method} {_server.Uri(path)}").Expect(expected);

    // _InputNetworkStreamWrapper.cs, Read_HTTP_Line: 4000 bytes with the line's end; a CR as the last of them passes.
    [Theory]
    [InlineData(3997, "200 OK, 0 bytes of text/plain: ;")]
    [InlineData(3998, "threw HttpRequestException <- threw WebException <- threw WebException 11;")]
    [InlineData(3999, "200 OK, 0 bytes of text/plain: ;")]
    [InlineData(4000, "threw HttpRequestException <- threw WebException <- threw WebException 11;")]
    public void A_header_line_has_a_limit(int length, string expected) => Run($"get {_server.Uri("/line/" + length)}").Expect(expected);

    // HttpWebRequest.cs: ParseHTTPResponse notes the fault, GetResponse does not look at it; without a status line there are no headers at all.
    [Theory]
    [InlineData("get", "/long-head", "200 OK, -1 bytes of text/plain: Rest: 1")]
    [InlineData("get", "/bad-field", "200 OK, -1 bytes of text/plain: Rest: 1")]
    [InlineData("web", "/bad-length", "200 OK from : Rest: 1")]
    [InlineData("web", "/long-head", "200 OK from : Rest: 1")]
    [InlineData("get", "/nonsense", "threw NullReferenceException;")]
    [InlineData("web", "/nonsense", "threw NullReferenceException;")]
    public void A_head_that_is_malformed_or_above_4_KB_ends_there_and_throws_nothing(string method, string path, string expected) =>
        Run($"{method} {_server.Uri(path)}").Expect(expected);

    // Read_HTTP_Line takes two bytes off every line: "text/plai", and a length of 2.
    [Fact]
    public void A_line_that_ends_in_LF_alone_loses_its_last_character() =>
        Run($"get {_server.Uri("/bare-ends")}").Expect("200 O, 2 bytes of text/plai: He;");

    [Fact]
    public void A_malformed_chunk_throws() => Run($"get {_server.Uri("/bad-chunk")}").Expect("threw ProtocolViolationException;");

    [Fact]
    public void The_Host_header_has_no_port_and_the_connection_is_closed()
    {
        Run($"get-string {_server.Uri("/echo?a=b#c")}");
        Assert.True(_server.Requests.TryDequeue(out var head));
        Assert.StartsWith("GET /echo?a=b HTTP/1.1\r\n", head, StringComparison.Ordinal);
        Assert.Contains("\r\nHost: server.test\r\n", head, StringComparison.Ordinal);
        Assert.Contains("\r\nConnection: close\r\n", head, StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_is_sent_with_its_length_and_type()
    {
        Run($"post {_server.Uri("/echo")}");
        Assert.True(_server.Requests.TryDequeue(out var head));
        Assert.StartsWith("POST /echo HTTP/1.1\r\n", head, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Length: 6\r\n", head, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Type: text/x-test; charset=utf-8\r\n", head, StringComparison.Ordinal);
    }

    [Fact]
    public void DELETE_announces_an_empty_body()
    {
        Run($"delete {_server.Uri("/hello")}");
        Assert.True(_server.Requests.TryDequeue(out var head));
        Assert.Contains("\r\nContent-Length: 0\r\n", head, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Range", false)]
    [InlineData("User-Agent", false)]
    [InlineData("Accept", false)]
    [InlineData("Host", false)]
    [InlineData("X-Mine", true)]
    public void Restricted_headers_throw(string name, bool isAllowed) =>
        Run($"header {_server.Uri("/hello")} {name} bytes=0-1").Expect(isAllowed ? "Hello There!;" : "threw ArgumentException;");

    [Fact]
    public void A_range_is_asked_for_by_AddRange()
    {
        Run($"range {_server.Uri("/part")}");
        Assert.True(_server.Requests.TryDequeue(out var head));
        Assert.Contains("\r\nRange: bytes=2-4\r\n", head, StringComparison.Ordinal);
    }

    [Fact]
    public void HttpWebRequest_keeps_its_connection_and_uses_it_again()
    {
        Run($"web {_server.Uri("/hello")} keep\nweb {_server.Uri("/missing")} keep").Expect("404 Not Found from loopback: nothing here;");
        Assert.Equal(1, _server.Connections);
        Assert.Equal(2, _server.Requests.Count);
    }

    [Fact]
    public void A_server_that_does_not_answer_is_given_up_after_the_time_limit() =>
        Run($"timeout {_server.Uri("/silence")}").Expect("threw HttpRequestException <- threw WebException <- threw");

    [Fact]
    public void An_unknown_host_throws() =>
        Run("get http://nowhere.test/").Expect("threw HttpRequestException <- threw WebException <- threw WebException 2 <- threw SocketException");

    [Fact]
    public void A_closed_port_throws() =>
        Run($"get http://server.test:{FreePort.Find()}/").Expect("threw HttpRequestException <- threw WebException <- threw WebException 2 <- threw SocketException");

    private static FinishedScript Run(string script) => FinishedScript.Run("HttpScript", script);
}
