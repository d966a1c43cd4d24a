using System.Security.Cryptography.X509Certificates;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Broker;

/// <summary>
/// Whether revocation lists are such that mosquitto can work with them. It checks a client against the list of the client's
/// issuer, and refuses everybody of an issuer whose list is missing, forged or has run out: better to say so at the start.
/// </summary>
internal static class CrlCoverage
{
    /// <exception cref="HarnessException">A list is missing or has run out.</exception>
    public static void Check(IReadOnlyList<RevocationList> lists, IReadOnlyList<X509Certificate2> authorities, DateTimeOffset now)
    {
        foreach (var issuer in authorities.Where(one => !authorities.Any(other => other != one && IsIssuer(one, other))))
        {
            var name = issuer.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
            var own = lists.Where(list => list.IsSignedBy(issuer)).ToArray();
            if (own.Length == 0)
            {
                throw new HarnessException(
                    $"there is no revocation list of {name}: every client of it would be refused", "give the lists of all issuing authorities: --crl FILE");
            }

            if (!own.Any(list => list.IsCurrent(now)))
            {
                throw new HarnessException(
                    $"the revocation list of {name} ran out at {own.Max(list => list.NextUpdate):u}: every client of it would be refused",
                    "have it made again: pki init");
            }
        }
    }

    // An authority above another one in the file issues authorities, not clients: its list is never asked for.
    private static bool IsIssuer(X509Certificate2 one, X509Certificate2 other) =>
        one.SubjectName.RawData.AsSpan().SequenceEqual(other.IssuerName.RawData);
}
