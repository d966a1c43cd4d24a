using System.Text;

namespace SecureEsp.WebBench;

/// <summary>Requests that are nearly good: the same for the same number. HTTP is mutated byte by byte and line by line, bodies too.</summary>
public static class HttpFuzz
{
    private static readonly string[] s_seeds =
    [
        "GET / HTTP/1.1\r\nHost: esp.test\r\n\r\n",
        "GET /page.js HTTP/1.1\r\nHost: esp.test\r\nRange: bytes=0-99\r\nIf-None-Match: \"x\"\r\n\r\n",
        "POST /rpc/FS.List HTTP/1.1\r\nHost: esp.test\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n{\"path\":\"/\"}",
        "POST /rpc HTTP/1.1\r\nHost: esp.test\r\nContent-Length: 71\r\n\r\n{\"src\":\"mos\",\"id\":1632114517283,\"method\":\"FS.List\",\"params\":{\"path\":1}}",
        "POST /rpc HTTP/1.1\r\nHost: esp.test\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"id\"\r\n6;x=y\r\n:1,\"a\"\r\n0\r\nT: t\r\n\r\n",
        "GET /rpc/FS.Get?filename=%22a.txt%22&offset=0 HTTP/1.1\r\nHost: esp.test\r\nConnection: keep-alive\r\n\r\nGET / HTTP/1.1\r\nHost: esp.test\r\n\r\n",
    ];

    private static readonly string[] s_lines =
    [
        "Content-Length: 5\r\n", "Content-Length: 99999999999\r\n", "Content-Length: -1\r\n", "Transfer-Encoding: chunked\r\n", "Transfer-Encoding: gzip\r\n",
        " folded\r\n", "Host: other\r\n", "X : y\r\n", "Expect: 100-continue\r\n", "Connection: close\r\n", "\n", "\r", "\r\n", "\0", "A: " + new string('a', 2000) + "\r\n",
        "../../../", "%2e%2e/", "%00", "ffffffff\r\n", "0\r\n\r\n", new string('[', 300), "\"\\ud800\"", "1e999",
    ];

    /// <summary>One of them.</summary>
    public static byte[] Request(int number)
    {
        var random = new Random(number);
        var text = new List<byte>(Encoding.Latin1.GetBytes(s_seeds[random.Next(s_seeds.Length)]));
        for (var i = random.Next(4); i >= 0; i--) Mutate(text, random);
        return [.. text];
    }

    private static void Mutate(List<byte> text, Random random)
    {
        if (text.Count == 0) return;
        var at = random.Next(text.Count);
        switch (random.Next(7))
        {
            case 0: text[at] = (byte)random.Next(256); break;
            case 1: text.Insert(at, (byte)random.Next(256)); break;
            case 2: text.RemoveRange(at, Math.Min(1 + random.Next(8), text.Count - at)); break;
            case 3: text.InsertRange(at, Encoding.Latin1.GetBytes(s_lines[random.Next(s_lines.Length)])); break;
            case 4: text.InsertRange(at, text.GetRange(random.Next(at + 1), random.Next(text.Count - at + 1) / 2)); break;
            case 5: InsertLine(text, Encoding.Latin1.GetBytes(s_lines[random.Next(s_lines.Length)])); break;
            default: text.RemoveRange(at, text.Count - at); break;
        }
    }

    // Behind the request line, where headers are.
    private static void InsertLine(List<byte> text, byte[] line)
    {
        var end = text.IndexOf((byte)'\n');
        text.InsertRange(end < 0 ? 0 : end + 1, line);
    }
}
