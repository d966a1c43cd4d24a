using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace SecureEsp.VirtualDevice.Tests.Properties;

/// <summary>What the properties are tried on.</summary>
internal static class Samples
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    /// <summary>Settings that are all in their ranges, one line for each.</summary>
    public static Arbitrary<string> SettingLines { get; } = (
        from id in Text(Letters + "._-", 64)
        from host in Text(Letters, 60)
        from port in Gen.Choose(1, 65535)
        from path in Text(Letters + "/?=&", 200)
        from broker in Text(Letters, 60)
        from brokerPort in Gen.Choose(1, 65535)
        from pin in Gen.Choose(1, 18)
        select $"device.id={id}\nhttps.host={host}\nhttps.port={port}\nhttps.path=/{path}\nmqtt.host={broker}\nmqtt.port={brokerPort}\nblink.pin={pin}\n").ToArbitrary();

    /// <summary>Responses with a length, in chunks, or without either; complete, and the body they have.</summary>
    public static Arbitrary<(string Head, string Body, bool IsChunked)> Responses { get; } = (
        from status in Gen.Elements("200 OK", "404 Not Found", "500 Internal Server Error")
        from names in Text(Letters + "-", 20).ListOf()
        from body in Text(Letters + " \r\n:;", 300)
        from chunked in Gen.Elements(true, false)
        select ($"HTTP/1.1 {status}\r\n{string.Concat(names.Take(8).Select(n => $"X-{n}: {n}\r\n"))}", body, chunked)).ToArbitrary();

    public static Arbitrary<byte[]> Bytes { get; } = Gen.Choose(0, 255).Select(i => (byte)i).ArrayOf().ToArbitrary();

    public static byte[] Wire((string Head, string Body, bool IsChunked) response)
    {
        var (head, body, chunked) = response;
        if (!chunked) return Encoding.Latin1.GetBytes($"{head}Content-Length: {body.Length}\r\n\r\n{body}");
        var text = new StringBuilder(head).Append("Transfer-Encoding: chunked\r\n\r\n");
        foreach (var chunk in body.Chunk(7)) text.Append($"{chunk.Length:x}\r\n{new string(chunk)}\r\n");
        return Encoding.Latin1.GetBytes(text.Append("0\r\n\r\n").ToString());
    }

    /// <summary>Tries a property on a hundred samples, always other ones; a failure names the smallest.</summary>
    public static void Check<T>(Arbitrary<T> samples, Func<T, bool> property) => Prop.ForAll(samples, property).QuickCheckThrowOnFailure();

    public static Gen<string> Text(string characters, int longest) =>
        from length in Gen.Choose(1, longest)
        from text in Gen.Elements(characters.ToCharArray()).ArrayOf(length)
        select new string(text);
}
