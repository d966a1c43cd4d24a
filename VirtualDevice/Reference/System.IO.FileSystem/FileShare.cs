namespace System.IO
{
    /// <summary>What others may open the same file for meanwhile.</summary>
    [Flags]
    public enum FileShare
    {
        /// <summary>Nothing.</summary>
        None = 0,

        /// <summary>Reading.</summary>
        Read = 1,

        /// <summary>Writing.</summary>
        Write = 2,

        /// <summary>Both.</summary>
        ReadWrite = 3,
    }
}
