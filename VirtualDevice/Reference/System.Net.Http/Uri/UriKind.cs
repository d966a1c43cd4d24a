namespace System
{
    /// <summary>What a text may be taken for.</summary>
    public enum UriKind
    {
        /// <summary>Either.</summary>
        RelativeOrAbsolute = 0,
        /// <summary>With scheme.</summary>
        Absolute = 1,
        /// <summary>Without scheme.</summary>
        Relative = 2
    }
}
