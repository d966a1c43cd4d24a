namespace System
{
    /// <summary>What the host of a URI is.</summary>
    public enum UriHostNameType
    {
        /// <summary>There is no host.</summary>
        Unknown = 0,
        /// <summary>A scheme that needs no host.</summary>
        Basic = 1,
        /// <summary>A name.</summary>
        Dns = 2,
        /// <summary>Four numbers.</summary>
        IPv4 = 3,
        /// <summary>An address in brackets.</summary>
        IPv6 = 4
    }
}
