using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki.Inspection;

/// <summary>What is wrong with the order and the completeness of a chain that is sent.</summary>
internal static class ChainRules
{
    /// <param name="roots">Who the peer is known to trust; empty if nobody knows.</param>
    public static IEnumerable<Finding> Check(X509Certificate2Collection sent, X509Certificate2Collection roots)
    {
        foreach (var doubled in sent.GroupBy(c => c.Thumbprint).Where(g => g.Count() > 1))
        {
            yield return Finding.Warning("duplicate", $"{Name(doubled.First())} is there twice", "delete one");
        }

        for (var i = 0; i + 1 < sent.Count; i++)
        {
            if (!sent[i].IsIssuedBy(sent[i + 1]))
            {
                var issuer = sent.FirstOrDefault(c => sent[i].IsIssuedBy(c));
                yield return issuer is null
                    ? Finding.Error("stranger", $"{Name(sent[i + 1])} did not issue {Name(sent[i])}, which stands before it", "send only what leads from the leaf to the root")
                    : Finding.Error("wrong-order", $"{Name(sent[i + 1])} follows {Name(sent[i])}, but {Name(issuer)} issued that", "order: leaf, then who issued it, and so on");
            }
        }

        var last = Top(sent);
        if (last.IsSelfIssued())
        {
            if (sent.Count > 1)
            {
                yield return Finding.Warning("root-sent", $"the root {Name(last)} is sent too", "leave it out: a peer that trusts it has it");
            }
        }
        else if (!roots.Any(r => r.IsSelfIssued() && last.IsIssuedBy(r)))
        {
            yield return Finding.Error(
                "missing-intermediate", $"{Name(last)} was issued by {Text.Printable(last.Issuer)}, which is neither here nor a known root",
                "append that authority's certificate, or tell the root with --ca");
        }
    }

    // As far up as the certificates that are there lead, in whatever order.
    private static X509Certificate2 Top(X509Certificate2Collection sent)
    {
        var top = sent[0];
        for (var steps = 0; steps < sent.Count && !top.IsSelfIssued(); steps++)
        {
            top = sent.FirstOrDefault(c => top.IsIssuedBy(c)) ?? top;
        }

        return top;
    }

    private static string Name(X509Certificate2 certificate) => Text.Printable(certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false));
}
