namespace System.IO
{
    /// <summary>What happens to a file that is there, or is not, when it is opened.</summary>
    public enum FileMode
    {
        /// <summary>Makes one; fails if it is there.</summary>
        CreateNew = 1,

        /// <summary>Makes one, or empties the one that is there.</summary>
        Create = 2,

        /// <summary>Opens it; fails if it is not there.</summary>
        Open = 3,

        /// <summary>Opens it, or makes one.</summary>
        OpenOrCreate = 4,

        /// <summary>Empties it; fails if it is not there.</summary>
        Truncate = 5,

        /// <summary>Opens it, or makes one, and writes at its end only.</summary>
        Append = 6,
    }
}
