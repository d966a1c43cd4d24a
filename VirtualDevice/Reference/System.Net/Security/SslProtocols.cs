namespace System.Net.Security
{
    /// <summary>TLS versions to offer. The firmware takes None for TLS 1.3 only; Tls and Tls11 count as TLS 1.2.</summary>
    [System.Flags]
    public enum SslProtocols
    {
        None = 0,
        [System.Obsolete("Counts as TLS 1.2 on the device.")]
        Tls = 192,
        [System.Obsolete("Counts as TLS 1.2 on the device.")]
        Tls11 = 768,
        Tls12 = 3072,
        Tls13 = 12288,
    }
}
