using System.Text.RegularExpressions;

namespace SecureEsp.ServerHarness.Tests.Transcripts;

/// <summary>What is another one each time stands in a transcript by its name.</summary>
internal static partial class Normalised
{
    public static string Of(string text, string folder)
    {
        text = text.Replace($"dotnet {Cli.Assembly}", "secureesp").Replace(folder, "{folder}").Replace("\r", "").Replace("  testhost", "  secureesp");
        text = Fingerprint().Replace(text, "{fingerprint}");
        text = Point().Replace(text, "{point}");
        text = PlainFingerprint().Replace(text, "{fingerprint}");
        text = Serial().Replace(text, "{serial}");
        text = Time().Replace(text, "{time}");
        text = HttpDate().Replace(text, "{time}");
        text = Date().Replace(text, "{date}");
        text = Days().Replace(text, "{n} days");
        text = KeyId().Replace(text, "{key id}");
        text = Size().Replace(text, "{n} bytes");
        text = Seconds().Replace(text, "in {n} s");
        text = Mosquitto().Replace(text, "mosquitto {version}");
        text = NoSession().Replace(text, "$1{error}");
        text = Handshake().Replace(text, "");
        text = Firmware().Replace(text, "{lines of the firmware}\n");
        text = Passphrase().Replace(text, "passphrase   {passphrase}");
        return Port().Replace(text, "$1{port}");
    }

    [GeneratedRegex("([0-9A-F]{2}:){31}[0-9A-F]{2}")]
    private static partial Regex Fingerprint();

    [GeneratedRegex(@"\b04[0-9A-F]{128}\b")]
    private static partial Regex Point();

    [GeneratedRegex(@"\b[0-9A-F]{64}\b")]
    private static partial Regex PlainFingerprint();

    [GeneratedRegex(@"\b[0-9A-F]{30,40}\b")]
    private static partial Regex Serial();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00| UTC)?")]
    private static partial Regex Time();

    [GeneratedRegex(@"\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT")]
    private static partial Regex HttpDate();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d")]
    private static partial Regex Date();

    [GeneratedRegex(@"\d+ days")]
    private static partial Regex Days();

    [GeneratedRegex(@"\bin \d+(\.\d+)? s\b")]
    private static partial Regex Seconds();

    [GeneratedRegex(@"passphrase   \S+")]
    private static partial Regex Passphrase();

    [GeneratedRegex(@"mosquitto version \S+")]
    private static partial Regex Mosquitto();

    [GeneratedRegex(@"\b[0-9a-f]{16}\b")]
    private static partial Regex KeyId();

    [GeneratedRegex(@"\b\d{3,} bytes\b")]
    private static partial Regex Size();

    // The firmware's words have tests of their own.
    [GeneratedRegex(@"(^\[\w+\] .*\n)+", RegexOptions.Multiline)]
    private static partial Regex Firmware();

    // Written whenever mosquitto comes to it.
    [GeneratedRegex("^.*: OpenSSL Error.*\n", RegexOptions.Multiline)]
    private static partial Regex Handshake();

    // How a refused handshake ends depends on who is quicker.
    [GeneratedRegex("(no session with[^:]*: )Error: .*")]
    private static partial Regex NoSession();

    // Free ports are high ones; those that somebody has chosen stay as they are.
    [GeneratedRegex(@"(127\.0\.0\.1:|localhost:|port is )[1-6]\d{4}\b")]
    private static partial Regex Port();
}
