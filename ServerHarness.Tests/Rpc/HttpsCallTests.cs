using System.Text;
using System.Text.Json.Nodes;
using SecureEsp.ServerHarness.Rpc;
using SecureEsp.ServerHarness.Tests.Web;

namespace SecureEsp.ServerHarness.Tests.Rpc;

/// <summary>Calls at the device's own server, as the mos tool, curl and secureesp make them.</summary>
public sealed class HttpsCallTests(WebFixture web) : IClassFixture<WebFixture>
{
    private const string Frame = """{"src":"mos","id":1632114517283,"method":"FS.List","params":{"path":"/"}}""";

    [TimedFact]
    public async Task The_mos_tools_frame_with_an_id_above_two_to_the_40_is_answered_with_that_number()
    {
        web.Device.Board.Flash.Write(@"I:\init.js", "x"u8);
        var answer = await Curl("-i", "-H", "Content-Type: application/json", "--data-binary", Frame + "\n", "/rpc");
        Assert.StartsWith("HTTP/1.1 200 OK\nContent-Type: application/json\n", answer.Output);
        var body = answer.Output.TrimEnd('\n').Split('\n')[^1];
        Assert.Matches("^{\"id\":1632114517283,\"src\":\"dev-1\",\"dst\":\"mos\",\"result\":\\[[^]]*\"init.js\"[^]]*\\]}$", body);

        // CRLF at the end is counted.
        Assert.Contains($"\nContent-Length: {body.Length + 2}\n", answer.Output);
    }

    [TimedTheory]
    [InlineData("/rpc/FS.ListExt?path=%22/nowhere%22", null, "200", "[]")]
    [InlineData("/rpc/FS.List", """{"path":"/nowhere"}""", "200", "[]")]
    [InlineData("/rpc/RPC.Ping", null, "200", """{"channel_info":"https"}""")]
    [InlineData("/rpc/RPC.Ping", "", "200", """{"channel_info":"https"}""")]
    [InlineData("/rpcs", null, "404", "404 Not Found")]
    [InlineData("/rpc/Nope", "{}", "404", """{"code":404,"message":"No handler for Nope"}""")]
    [InlineData("/rpc/FS.Get", "{}", "500", """{"code":400,"message":"filename is required"}""")]
    [InlineData("/rpc/FS.Get?filename=%22settings.txt%22", null, "500", """{"code":400,"message":"failed to open file \"settings.txt\""}""")]
    [InlineData("/rpc/FS.Get?filename=%22..%2fsettings.txt%22", null, "500", """{"code":400,"message":"failed to open file \"../settings.txt\""}""")]
    [InlineData("/rpc/Config.Get?key=%22tls.key.password%22", null, "403", """{"code":403,"message":"tls.key.password can be set but is never shown"}""")]
    [InlineData("/rpc/FS.Remove", """{"filename":"nothing"}""", "500", """{"code":500,"message":"remove failed"}""")]
    [InlineData("/rpc/FS.Put", """{"filename":"empty","data":""}""", "200", "null")]
    public async Task A_method_in_the_URL_gives_the_bare_result_or_error(string path, string? body, string status, string answer)
    {
        string[] data = body is null ? [] : ["--data-binary", body];
        var result = await Curl(["-w", "%{http_code} %{size_download}", .. data, path]);
        Assert.Equal($"{answer}\n{status} {answer.Length + 2}\n", result.Output);
    }

    [TimedTheory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"id":1,"dst":"dev-2","method":"Sys.Reboot"}""")]
    [InlineData("""{"id":1,"method":"Sys.Reboot","method":"Sys.Reboot"}""")]
    [InlineData("""{"id":1,"method":"Sys.Reboot","params":{"a":"\ud800"}}""")]
    [InlineData("""{"id":1,"method":"Sys.Reboot","params":[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}""")]
    public async Task What_is_no_frame_for_this_device_is_400_and_the_connections_end(string frame)
    {
        var result = await Curl("-i", "--data-binary", frame, "/rpc");
        Assert.Contains("HTTP/1.1 400 Bad Request", result.Output);
        Assert.Contains("Connection: close", result.Output);
        Assert.DoesNotContain("[rpc] Sys.Reboot", web.Console.Output);
    }

    [TimedFact]
    public async Task A_frame_without_id_is_carried_out_and_not_answered()
    {
        var result = await Curl("-w", "%{http_code} %{size_download}", "--data-binary", """{"method":"FS.Put","params":{"filename":"quiet","data":"eA=="}}""", "/rpc");
        Assert.Equal("200 0\n", result.Output);
        Assert.Equal("x"u8.ToArray(), web.Device.Board.Flash.Read(@"I:\quiet"));
    }

    [TimedTheory]
    [InlineData("-I", "/rpc/Sys.Reboot")]
    [InlineData("-I", "/rpc/RPC.Ping")]
    [InlineData("-G", "/rpc")]
    [InlineData("-G", "/rpc/Sys.Reboot")]
    public async Task Only_POST_and_GET_call(string how, string path)
    {
        var result = await Curl("-i", how, path);
        Assert.Contains("HTTP/1.1 405 ", result.Output);
        Assert.DoesNotContain("[rpc] Sys.Reboot", web.Console.Output);
    }

    [TimedFact]
    public async Task A_page_of_another_site_calls_nothing_with_the_browsers_certificate()
    {
        Assert.Contains("HTTP/1.1 403", (await Curl("-i", "-H", "Sec-Fetch-Site: cross-site", "/rpc/Sys.Reboot")).Output);
        Assert.Contains("HTTP/1.1 403", (await Curl("-i", "-H", "Origin: https://evil.test", "--data-binary", "{}", "/rpc/Sys.Reboot")).Output);
        Assert.DoesNotContain("[rpc] Sys.Reboot", web.Console.Output);
    }

    [TimedFact]
    public async Task Commands_go_over_one_connection()
    {
        var from = web.Console.Position;
        var content = new byte[20_000];
        new Random(3).NextBytes(content);
        File.WriteAllBytes(web.File("page"), content);
        Assert.Equal((0, ""), await Run("device", "put", web.File("page"), "www/page"));
        Assert.Equal(content, web.Device.Board.Flash.Read(@"I:\www\page"));
        Assert.Equal((0, ""), await Run("device", "get", "www/page", web.File("back")));
        Assert.Equal(content, File.ReadAllBytes(web.File("back")));
        Assert.Equal((0, ""), await Run("device", "info"));
        var said = web.Console.Output[(int)from..];
        Assert.Equal(3, said.Split("[web] connected").Length - 1);
        Assert.True(said.Split("[rpc] FS.Put by https").Length - 1 >= 40, said);
    }

    [TimedFact]
    public async Task A_thousand_calls_take_one_handshake()
    {
        var from = web.Console.Position;
        await using var channel = new HttpsChannel(DeviceAddress.Parse($"https://{WebFixture.Name}"), web.Ca, web.Shown("right")!, web.Address);
        for (var i = 0; i < 1000; i++)
        {
            var result = await channel.CallAsync("RPC.Describe", new JsonObject { ["name"] = "FS.List" }, CancellationToken.None);
            Assert.Equal("{path: %Q}", result.GetProperty("args_fmt").GetString());
        }

        Assert.Single(web.Console.Output[(int)from..].Split("[web] connected").Skip(1));
    }

    [TimedFact]
    public async Task Hostile_JSON_leaves_the_server_as_it_was()
    {
        string[] hostile =
        [
            new('[', 4000), string.Concat(Enumerable.Repeat("{\"a\":", 700)), "{" + string.Join(',', Enumerable.Range(0, 400).Select(i => $"\"{i}\":0")) + "}",
            "{\"id\":" + new string('9', 4000) + "}", "\"" + new string('\\', 4000), "{\"id\":1e999999999999,\"method\":\"RPC.Ping\"}", "{\"method\":\"" + new string('x', 4000) + "\",\"id\":1}",
            "{\"id\":1,\"method\":\"FS.Put\",\"params\":{\"filename\":\"a\",\"data\":\"" + new string('A', 3900) + "\"}}", "\u0000", "\ufeff{}", "{\"id\":1,\"method\":\"RPC.Ping\"}{}",
        ];
        foreach (var path in new[] { "/rpc", "/rpc/FS.Get" })
        {
            foreach (var body in hostile)
            {
                File.WriteAllText(web.File("body"), body, new UTF8Encoding(false));
                var result = await Curl("-w", "%{http_code}", "--data-binary", "@" + web.File("body"), path);
                Assert.Matches("(200|400|500)\n$", result.Output);
            }
        }

        Assert.Equal("{\"channel_info\":\"https\"}\n", (await Curl("/rpc/RPC.Ping")).Output);
    }

    [TimedTheory]
    [InlineData("other.test", "is not trusted: its certificate is for esp.test, localhost\n")]
    public async Task A_device_of_another_name_is_not_called(string name, string why)
    {
        var result = await Cli.Run("device", "info", "--at", $"https://{name}", "--connect", $"{web.Address}", "--folder", web.Pki.Layout.Folder);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(why, result.Error);
        Assert.Contains("\nhint: ", result.Error);
    }

    [TimedFact]
    public async Task An_operator_of_another_PKI_gets_no_answer()
    {
        // It trusts the device, and shows its own certificate.
        await using var channel = new HttpsChannel(DeviceAddress.Parse($"https://{WebFixture.Name}"), web.Ca, web.Shown("another CA's")!, web.Address);
        await Assert.ThrowsAnyAsync<HarnessException>(() => channel.CallAsync("RPC.Ping", null, CancellationToken.None));
    }

    [TimedFact]
    public async Task What_is_not_trusted_is_no_answer_that_was_lost_on_the_way()
    {
        // Lost ones are asked for again.
        await using var channel = new HttpsChannel(DeviceAddress.Parse("https://other.test"), web.Ca, web.Shown("right")!, web.Address);
        await Assert.ThrowsAsync<HarnessException>(() => channel.CallAsync("RPC.Ping", null, CancellationToken.None));
    }

    private Task<ToolResult> Curl(params string[] arguments) => Clients.Curl(web.Address, web.Ca, WebFixture.Name, web.Shown("right"), arguments);

    private async Task<(int, string)> Run(params string[] arguments)
    {
        var result = await Cli.Run([.. arguments, "--at", $"https://{WebFixture.Name}", "--connect", $"{web.Address}", "--folder", web.Pki.Layout.Folder, "--operator", "alice"]);
        return (result.ExitCode, result.Error);
    }
}
