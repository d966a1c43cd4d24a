using System.Text;
using System.Text.RegularExpressions;
using SecureEsp.VirtualDevice.Board;

namespace SecureEsp.ServerHarness.Tests.Web;

/// <summary>Files, as curl sees them.</summary>
public sealed partial class FileTests(FileTests.Fixture web) : IClassFixture<FileTests.Fixture>
{
    private static readonly byte[] s_big = [.. Enumerable.Range(0, 100_000).Select(i => (byte)(i * 7))];

    [TimedTheory]
    [InlineData("/", "200", "text/html; charset=utf-8")]
    [InlineData("/page.js", "200", "text/javascript; charset=utf-8")]
    [InlineData("/page.css", "200", "text/css; charset=utf-8")]
    [InlineData("/hello.txt", "200", "text/plain; charset=utf-8")]
    [InlineData("/sub/", "200", "text/html; charset=utf-8")]
    [InlineData("/a%20b.txt", "200", "text/plain; charset=utf-8")]
    [InlineData("/none.txt", "404", "text/plain")]
    [InlineData("/sub", "404", "text/plain")]
    [InlineData("/../settings.txt", "400", "text/plain")]
    [InlineData("/%2e%2e/settings.txt", "400", "text/plain")]
    [InlineData("/..%2fsettings.txt", "400", "text/plain")]
    [InlineData("/..%5csettings.txt", "400", "text/plain")]
    [InlineData("/sub/../../server.key", "400", "text/plain")]
    [InlineData("/I:/server.key", "404", "text/plain")]
    [InlineData("//server.key", "404", "text/plain")]
    [InlineData("/.hidden", "404", "text/plain")]
    [InlineData("/hello.txt%00.html", "400", "text/plain")]
    public async Task A_path_leads_to_a_file_or_nowhere(string path, string status, string type)
    {
        var result = await Curl("--path-as-is", "-o", "/dev/null", "-w", "%{http_code} %{content_type}", path);
        Assert.Equal($"{status} {type}", result);
    }

    [TimedFact]
    public async Task A_file_comes_whole_and_in_parts()
    {
        var path = web.File("got");
        await Curl("-o", path, "/big.bin");
        Assert.Equal(s_big, await File.ReadAllBytesAsync(path));
        var part = await Curl("-i", "-r", "0-4", "/hello.txt");
        Assert.Contains("HTTP/1.1 206 Partial Content", part);
        Assert.Contains("Content-Range: bytes 0-4/12", part);
        Assert.EndsWith("\n\nhello", part);
        Assert.EndsWith("flash", await Curl("-r", "-5", "/hello.txt"));
        Assert.Equal("416", await Curl("-o", "/dev/null", "-w", "%{http_code}", "-r", "12-", "/hello.txt"));
    }

    [TimedFact]
    public async Task Who_has_it_already_is_told_so()
    {
        var tag = Tag().Match(await Curl("-I", "/hello.txt")).Groups[1].Value;
        Assert.Equal("304 0", await Curl("-o", "/dev/null", "-w", "%{http_code} %{size_download}", "-H", $"If-None-Match: {tag}", "/hello.txt"));
        web.Device.Board.Flash.Write(@"I:\www\hello.txt", "changed bytes"u8);
        Assert.Equal("changed bytes", await Curl("-H", $"If-None-Match: {tag}", "/hello.txt"));
        Assert.Equal("changed bytes", await Curl("-r", "0-1", "-H", $"If-Range: {tag}", "/hello.txt"));
        web.Device.Board.Flash.Write(@"I:\www\hello.txt", "hello, flash"u8);
    }

    [TimedFact]
    public async Task Of_HEAD_only_the_head_comes_and_a_file_takes_no_POST()
    {
        var head = await Curl("-I", "/hello.txt");
        Assert.Contains("Content-Length: 12\n", head);
        Assert.Contains("X-Content-Type-Options: nosniff", head);
        var post = await Curl("-i", "-d", "x=y", "/hello.txt");
        Assert.Contains("HTTP/1.1 405 Method Not Allowed", post);
        Assert.Contains("Allow: GET, HEAD", post);
    }

    [TimedFact]
    public async Task The_built_in_page_loads_nothing_from_elsewhere_and_gives_way_to_one_on_the_flash()
    {
        var page = await Curl("-i", "/");
        Assert.Contains("Content-Security-Policy: default-src 'none'; script-src 'self';", page);
        Assert.DoesNotMatch(@"https?://", string.Concat(page, await Curl("/page.js"), await Curl("/page.css")));
        web.Device.Board.Flash.Write(@"I:\www\index.html", "mine"u8);
        Assert.Equal("mine", await Curl("/"));
        web.Device.Board.Flash.Delete(@"I:\www\index.html");
    }

    [TimedFact]
    public async Task An_operator_reads_the_last_lines_of_the_console()
    {
        var log = await Curl("/log");
        Assert.Contains("[web] connected\n", log);
        Assert.DoesNotContain("correct-horse-battery", log);
    }

    [TimedFact]
    public async Task A_body_comes_in_chunks_and_behind_Expect()
    {
        var upload = web.File("body");
        await File.WriteAllTextAsync(upload, new string('x', 4000));
        Assert.Equal("405", await Curl("-o", "/dev/null", "-w", "%{http_code}", "-H", "Transfer-Encoding: chunked", "-d", $"@{upload}", "/"));
        Assert.Contains("HTTP/1.1 100 Continue", await Curl("-i", "-H", "Expect: 100-continue", "-d", $"@{upload}", "/"));
        await File.WriteAllTextAsync(upload, new string('x', 400_000));
        Assert.Equal("413", await Curl("-o", "/dev/null", "-w", "%{http_code}", "-d", $"@{upload}", "/"));
    }

    // What it said; the tool hears lines, whose ends it makes line feeds.
    private async Task<string> Curl(params string[] arguments) => (await Clients.Curl(web.Address, web.Ca, WebFixture.Name, web.Shown("right"), arguments)).Output.TrimEnd('\n');

    [GeneratedRegex("ETag: (\"[^\"]+\")")]
    private static partial Regex Tag();

    public sealed class Fixture : WebFixture
    {
        protected override void Prepare(VirtualBoard board)
        {
            board.Flash.Write(@"I:\www\hello.txt", "hello, flash"u8);
            board.Flash.Write(@"I:\www\a b.txt", "blank"u8);
            board.Flash.Write(@"I:\www\.hidden", "hidden"u8);
            board.Flash.Write(@"I:\www\sub\index.html", Encoding.UTF8.GetBytes("<p>sub</p>"));
            board.Flash.Write(@"I:\www\big.bin", s_big);
        }
    }
}
