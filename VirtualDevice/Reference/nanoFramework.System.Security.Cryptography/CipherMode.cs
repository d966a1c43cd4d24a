namespace System.Security.Cryptography
{
    /// <summary>How blocks are chained.</summary>
    public enum CipherMode
    {
        /// <summary>Not set.</summary>
        None = 0,

        /// <summary>Each with the one before.</summary>
        CBC = 1,

        /// <summary>Not: equal blocks stay equal.</summary>
        ECB = 2,
    }
}
