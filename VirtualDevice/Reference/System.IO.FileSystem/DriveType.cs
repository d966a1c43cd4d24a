namespace System.IO
{
    /// <summary>What a drive is.</summary>
    public enum DriveType
    {
        /// <summary>Not known.</summary>
        Unknown = 0,

        /// <summary>Without a root directory.</summary>
        NoRootDirectory = 1,

        /// <summary>A card or stick.</summary>
        Removable = 2,

        /// <summary>Built in.</summary>
        Fixed = 3,

        /// <summary>In RAM.</summary>
        Ram = 4,
    }
}
