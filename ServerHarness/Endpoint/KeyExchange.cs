namespace SecureEsp.ServerHarness.Endpoint;

/// <summary>
/// The groups for key exchange, in order of preference. The quick ones come first: with secp384r1, the guide's setting, a new
/// connection costs three to four times the CPU of one with X25519.
/// </summary>
public static class KeyExchange
{
    /// <summary>What OpenSSL calls the groups that may be chosen, by the names that people use.</summary>
    private static readonly Dictionary<string, string> s_groups = new(StringComparer.OrdinalIgnoreCase)
    {
        ["X25519"] = "X25519",
        ["P-256"] = "P-256",
        ["secp256r1"] = "P-256",
        ["prime256v1"] = "P-256",
        ["P-384"] = "P-384",
        ["secp384r1"] = "P-384",
        ["P-521"] = "P-521",
        ["secp521r1"] = "P-521",
    };

    /// <summary>X25519, P-256, then the guide's secp384r1 for who speaks nothing else.</summary>
    public const string Default = "X25519,P-256,secp384r1";

    /// <summary>Reads a list as <c>--curves</c> takes it: names of X25519, P-256, P-384, P-521 with commas between.</summary>
    /// <returns>OpenSSL's names, without repetitions; or null with the name that is unknown.</returns>
    public static IReadOnlyList<string>? Parse(string list, out string unknown)
    {
        var names = list.Split(',', StringSplitOptions.TrimEntries);
        unknown = names.FirstOrDefault(n => !s_groups.ContainsKey(n)) ?? "";
        return names.All(s_groups.ContainsKey) ? [.. names.Select(n => s_groups[n]).Distinct()] : null;
    }
}
