namespace SecureEsp.VirtualDevice.Board;

/// <summary>Why the file system of the flash refused something. The numbers are those of nanoFramework's IOExceptionErrorCode.</summary>
public enum FlashError
{
    /// <summary>No space left, a file where a directory must be, or the reverse.</summary>
    Io = unchecked((int)0xE0000000),

    /// <summary>There is no such drive.</summary>
    InvalidDriver = unchecked((int)0xE1000000),

    FileNotFound = unchecked((int)0xE2000000),

    DirectoryNotFound = unchecked((int)0xE3000000),

    /// <summary>A path of more than 258 characters or a name of more than 255.</summary>
    PathTooLong = unchecked((int)0xE5000000),

    DirectoryNotEmpty = unchecked((int)0xE6000000),
}

/// <summary>The file system of the flash refused something.</summary>
public sealed class FlashException(FlashError error, string path) : Exception($"{error}: {path}")
{
    public FlashError Error { get; } = error;
}
