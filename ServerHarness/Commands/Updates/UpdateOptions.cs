using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Updates.Format;
using SecureEsp.ServerHarness.Updates.Keys;

namespace SecureEsp.ServerHarness.Commands.Updates;

/// <summary>Options and arguments that the commands of <c>update</c> share.</summary>
internal static class UpdateOptions
{
    public static PassphraseOptions Passphrase() => new("--passphrase-file", UpdateSigningKey.Variable, "the update key");

    /// <summary>One file that must be given.</summary>
    public static Argument<string> File(string name, string description)
    {
        var file = new Argument<string>(name) { Description = description };
        file.Validators.Add(PkiArguments.RefuseOptions);
        return file;
    }

    public static Option<string?> Path(string name, string description) => new(name) { Description = description, HelpName = "FILE" };

    /// <summary>MAJOR.MINOR.PATCH.</summary>
    public static Option<SemanticVersion?> Version(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "VERSION",
        CustomParser = result =>
        {
            if (SemanticVersion.TryParse(result.Tokens[0].Value, out var version))
            {
                return version;
            }

            result.AddError($"{name}: '{result.Tokens[0].Value}' is not MAJOR.MINOR.PATCH, each from 0 to 65535");
            return null;
        },
    };

    /// <summary>--key, a private key that signs; else the PKI's.</summary>
    public static Option<string?> Key() => Path("--key", "The private key to sign with; without it the one of 'update keygen'.");

    public static UpdateSigner Signer(Terminal terminal, ParseResult line, Option<string> folder, Option<string?> key, PassphraseOptions passphrase)
    {
        var path = line.GetValue(key) ?? new UpdateKeyFiles(line.GetRequiredValue(folder)).SigningKey;
        return System.IO.File.Exists(path)
            ? UpdateSigner.Open(path, () => passphrase.Given(line) ?? terminal.Ask("passphrase of the update key: "))
            : throw new HarnessException($"there is no {path}", "make the update key: update keygen", ExitCode.Missing);
    }

    /// <summary>A 16-byte key in hexadecimal, in a file.</summary>
    public static byte[] PayloadKey(string path)
    {
        if (!System.IO.File.Exists(path))
        {
            throw new HarnessException($"there is no {path}", "make one: openssl rand -hex 16", ExitCode.Missing);
        }

        var key = new byte[PayloadCipher.KeySize];
        var text = System.IO.File.ReadAllText(path).Trim();
        return Convert.FromHexString(text, key, out _, out var written) == System.Buffers.OperationStatus.Done && written == key.Length
            ? key
            : throw new HarnessException($"{path} holds no key of 16 bytes in hexadecimal", "make one: openssl rand -hex 16");
    }

    /// <summary>Refuses more than so many bytes of UTF-8, as a manifest would.</summary>
    public static void Limit(this Option<string?> option, int bytes) => option.Validators.Add((OptionResult result) =>
    {
        if (result.Tokens is [var token] && System.Text.Encoding.UTF8.GetByteCount(token.Value) > bytes)
        {
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name}: '{token.Value}' has more than {bytes} bytes"));
        }
    });
}
