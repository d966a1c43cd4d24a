namespace System.Net.Security
{
    /// <summary>What is verified of the peer. Only CertificateRequired verifies anything; every other value verifies nothing.</summary>
    public enum SslVerification
    {
        NoVerification = 1,
        VerifyPeer = 2,
        CertificateRequired = 4,
        VerifyClientOnce = 8,
    }
}
