using System.Security.Cryptography;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Provisioning;

/// <summary>The two secrets of one device's label, as the firmware reads them from <c>I:\presence.txt</c> and else makes them itself.</summary>
/// <param name="Password">WPA2 password of the device's access point.</param>
/// <param name="Code">What proves to its page that someone is there.</param>
public sealed record PresenceSecrets(string Password, string Code)
{
    /// <summary>Where they lie on the board.</summary>
    public const string OnBoard = @"I:\presence.txt";

    // DeviceApp, Presence: 32 symbols, none of which is taken for another. 80 bits and 40.
    private const string Symbols = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Remedy = "delete it, and the device gets new ones: stick a new label on it, then";

    // DeviceApp, Presence.
    private const int LeastPassword = 12, MostPassword = 63, LeastCode = 8, MostCode = 64;

    private const string PasswordKey = "ap.password=", CodeKey = "setup.code=";

    /// <summary>The text of the file.</summary>
    public string Text => $"{PasswordKey}{Password}\n{CodeKey}{Code}\n";

    public static PresenceSecrets Create() => new(Groups(4), Groups(2));

    /// <summary>Reads those in a file, or makes them and writes it, mode 0600.</summary>
    /// <exception cref="HarnessException">The file is something else, or the firmware would refuse what it has.</exception>
    public static PresenceSecrets Ensure(string path)
    {
        if (File.Exists(path))
        {
            var lines = File.ReadAllLines(path);
            var read = lines is [var password, var code] && password.StartsWith(PasswordKey, StringComparison.Ordinal) && code.StartsWith(CodeKey, StringComparison.Ordinal)
                ? new PresenceSecrets(password[PasswordKey.Length..], code[CodeKey.Length..])
                : throw new HarnessException($"{path} holds no label's secrets", Remedy);
            return read.AreTaken
                ? read
                : throw new HarnessException($"{path}: the firmware takes a password of {LeastPassword} to {MostPassword} printable characters without a space at either end, and a code of {LeastCode} to {MostCode}, hyphens left out", Remedy);
        }

        var made = Create();
        AtomicFile.CreateFolder(Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, made.Text, AtomicFile.Secret);
        return made;
    }

    // As DeviceApp, Presence.Of.
    private bool AreTaken =>
        Password.Trim() == Password && Password.Length is >= LeastPassword and <= MostPassword && Code.Length <= MostCode && Code.Count(c => c is not ('-' or ' ')) >= LeastCode
        && (Password + Code).All(c => c is >= ' ' and <= '~');

    private static string Groups(int count) => string.Join('-', Enumerable.Range(0, count).Select(_ => RandomNumberGenerator.GetString(Symbols, 4)));
}
