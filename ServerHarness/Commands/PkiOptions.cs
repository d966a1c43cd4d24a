using System.CommandLine;
using System.Net;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>Options that several commands of <c>pki</c> share.</summary>
internal static class PkiOptions
{
    /// <summary>--key, the kind of a new key.</summary>
    public static Option<KeyAlgorithm?> Key()
    {
        var names = string.Join(", ", KeyAlgorithm.All.Select(a => a.Name));
        var key = new Option<KeyAlgorithm?>("--key")
        {
            Description = $"The kind of a new key: {names}. p256 unless told otherwise.",
            HelpName = "KIND",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (KeyAlgorithm.All.FirstOrDefault(a => a.Name == text) is { } known)
                {
                    return known;
                }

                result.AddError($"--key: '{text}' is none of {names}");
                return null;
            },
        };
        key.CompletionSources.Add([.. KeyAlgorithm.All.Select(a => a.Name)]);
        return key;
    }

    /// <summary>A lifetime such as 90d.</summary>
    public static Option<Lifetime?> Lifetime(string name, string of) => new(name)
    {
        Description = $"How long {of} is valid, never longer than its issuer: 12h, 90d, 2y.",
        HelpName = "TIME",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (Pki.Lifetime.TryParse(text) is { } lifetime)
            {
                return lifetime;
            }

            result.AddError($"{name}: '{text}' is no time such as 12h, 90d or 2y, of at most 100 years");
            return null;
        },
    };

    /// <summary>--permit-dns, domains that the intermediate may sign names in.</summary>
    public static Option<string[]> PermitDns() => new("--permit-dns")
    {
        Description = "A domain; the intermediate may sign DNS names in such domains only. May be repeated.",
        HelpName = "DOMAIN",
    };

    /// <summary>--permit-ip, networks that the intermediate may sign addresses in.</summary>
    public static Option<IPNetwork[]> PermitIp() => new("--permit-ip")
    {
        Description = "A network; the intermediate may sign addresses in such networks only. May be repeated.",
        HelpName = "NETWORK",
        CustomParser = result =>
        {
            var networks = new List<IPNetwork>();
            foreach (var token in result.Tokens)
            {
                if (IPNetwork.TryParse(token.Value, out var network))
                {
                    networks.Add(network);
                }
                else
                {
                    result.AddError($"--permit-ip: '{token.Value}' is no network such as 192.168.1.0/24");
                }
            }

            return [.. networks];
        },
    };
}
