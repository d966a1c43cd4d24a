namespace SecureEsp.VirtualDevice.Board;

/// <summary>A change that is about to become durable.</summary>
/// <param name="Number">Counts all changes since the board was made, from 1.</param>
public readonly record struct FlashOperation(long Number, FlashOperationKind Kind, string Path);

/// <summary>Each is atomic: a power cut before it leaves nothing of it, one after it all of it.</summary>
public enum FlashOperationKind
{
    /// <summary>A new, empty file: opening a file that is not there makes it at once.</summary>
    Create,

    /// <summary>The content of a file, when it is closed.</summary>
    Commit,

    MakeDirectory,
    Rename,
    Remove,
}
