namespace System.IO
{
    /// <summary>What a path stands for.</summary>
    [Flags]
    public enum FileAttributes
    {
        /// <summary>Not to be written.</summary>
        ReadOnly = 1,

        /// <summary>Not to be shown.</summary>
        Hidden = 2,

        /// <summary>The system's own.</summary>
        System = 4,

        /// <summary>A directory.</summary>
        Directory = 16,

        /// <summary>To be backed up.</summary>
        Archive = 32,

        /// <summary>A file without attributes.</summary>
        Normal = 128,
    }
}
