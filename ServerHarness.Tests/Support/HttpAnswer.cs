namespace SecureEsp.ServerHarness.Tests.Support;

/// <summary>An HTTP/1.1 response taken apart. An empty one means that the server closed without a word.</summary>
public sealed record HttpAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public static HttpAnswer Parse(string text)
    {
        var parts = text.Split("\r\n\r\n", 2);
        if (parts.Length < 2)
        {
            throw new IOException($"no complete response: '{text}'");
        }

        var lines = parts[0].Split("\r\n");
        var headers = lines.Skip(1).Select(l => l.Split(": ", 2)).ToDictionary(h => h[0], h => h[1], StringComparer.OrdinalIgnoreCase);
        return new(int.Parse(lines[0].Split(' ')[1]), headers, parts[1]);
    }

    public void AssertSecurityHeaders()
    {
        Assert.Equal("DENY", Headers["X-Frame-Options"]);
        Assert.Equal("nosniff", Headers["X-Content-Type-Options"]);
        Assert.Equal("1; mode=block", Headers["X-XSS-Protection"]);
    }
}
