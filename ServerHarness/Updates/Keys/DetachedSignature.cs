using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Updates.Format;

namespace SecureEsp.ServerHarness.Updates.Keys;

/// <summary>The signature of any file, in DER, beside it: <c>openssl dgst -sha256 -verify KEY -signature FILE.sig FILE</c>.</summary>
internal static class DetachedSignature
{
    public static string PathOf(string file) => file + ".sig";

    public static string Write(string file, UpdateSigner signer)
    {
        AtomicFile.Write(PathOf(file), signer.Sign(File.ReadAllBytes(file)).Der, AtomicFile.Public);
        return PathOf(file);
    }

    /// <returns>The file's text.</returns>
    /// <exception cref="HarnessException">It has no signature by a key of the set.</exception>
    public static string ReadVerified(string file, KeySet keys)
    {
        foreach (var path in new[] { file, PathOf(file) })
        {
            if (!File.Exists(path))
            {
                throw new HarnessException($"there is no {path}", $"sign the file: update sign {file} --detached", ExitCode.Missing);
            }
        }

        var content = File.ReadAllBytes(file);
        var signature = File.ReadAllBytes(PathOf(file));
        return keys.Points.Select(UpdatePublicKey.Of).Any(k => k?.Verifies(content, signature) == true)
            ? System.Text.Encoding.UTF8.GetString(content)
            : throw new HarnessException($"{PathOf(file)} is no signature of {file} by a key in force", "look at the file, and have it signed again: update sign --detached");
    }
}
