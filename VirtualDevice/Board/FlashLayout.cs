using System.Numerics;

namespace SecureEsp.VirtualDevice.Board;

/// <summary>
/// How many blocks littlefs needs (lfs.c of littlefs 2.x, with the sizes that esp_littlefs gives it): content is a chain of
/// blocks that begin with pointers backwards, a directory is one or more pairs of blocks with its entries in them.
/// </summary>
internal static class FlashLayout
{
    public const int BlockSize = 4096;

    // The smaller of the cache (512 bytes) and an eighth of a block: such content lies in the directory's own blocks.
    private const int InlineLimit = 512;

    // A pair is split where its entries, compacted, take more than half a block.
    private const int PairLimit = BlockSize / 2;
    private const int BlocksOfPair = 2;

    private const int Tag = 4;
    private const int Reference = 8;
    private const int ModificationTime = Tag + 8;
    private const int SuperblockEntry = Tag + 8 + Tag + 24;

    /// <summary>Blocks with the content of a file.</summary>
    public static int ContentBlocks(int length) => length <= InlineLimit ? 0 : BlocksBefore(length - 1) + 1;

    /// <summary>Blocks of a file that lie wholly before a position: a change there leaves them as they are (lfs_ctz_index).</summary>
    public static int BlocksBefore(int position)
    {
        const int payload = BlockSize - 2 * sizeof(uint);
        var index = position / payload;
        return index == 0 ? 0 : (position - 4 * (BitOperations.PopCount((uint)index - 1) + 2)) / payload;
    }

    /// <summary>New blocks of a changed file: all from the first change on, since what lies behind is copied too.</summary>
    /// <param name="length">Of the changed file.</param>
    /// <param name="original">Length of the file as it is on the flash.</param>
    /// <param name="firstChange">Lowest position that was written.</param>
    public static int PendingBlocks(int length, int original, int firstChange)
    {
        var kept = original <= InlineLimit ? 0 : BlocksBefore(Math.Min(firstChange, original));
        return Math.Max(0, ContentBlocks(length) - kept);
    }

    /// <summary>Blocks of a directory's entries, counted as after a compaction (lfs_dir_splittingcompact).</summary>
    /// <param name="entries">Their sizes, in the order of their names.</param>
    public static int DirectoryBlocks(IReadOnlyList<int> entries)
    {
        var pairs = 1;
        for (var end = entries.Count; ;)
        {
            var split = 0;
            while (end - split > 1 && !Fits(entries, split, end)) split += (end - split) / 2;
            if (split == 0) return pairs * BlocksOfPair;
            pairs++;
            end = split;
        }
    }

    /// <summary>Bytes of a file's entry in its directory.</summary>
    /// <param name="name">Length of its name in UTF-8.</param>
    /// <param name="length">Of its content.</param>
    public static int FileEntry(int name, int length) => Tag + name + Tag + (length <= InlineLimit ? length : Reference) + ModificationTime;

    /// <summary>Bytes of a directory's entry in the one above it.</summary>
    public static int DirectoryEntry(int name) => Tag + name + Tag + Reference;

    /// <summary>What the root's first entry is: the superblock's.</summary>
    public static int RootEntry => SuperblockEntry;

    private static bool Fits(IReadOnlyList<int> entries, int begin, int end)
    {
        if (end - begin >= 0xff) return false;
        var size = 0;
        for (var i = begin; i < end; i++) size += entries[i];
        return size <= PairLimit;
    }
}
