using SecureEsp.VirtualDevice.Board;

namespace SecureEsp.VirtualDevice.Tests.Board;

/// <summary>Against littlefs's DESIGN.md ("CTZ skip-lists") and lfs.c: block n of a file begins with ctz(n) + 1 pointers of 4 bytes.</summary>
public class FlashLayoutTests
{
    [Fact]
    public void Each_block_of_a_file_but_the_first_begins_with_its_pointers()
    {
        var end = 0;
        for (var block = 0; block < 2048; block++)
        {
            var pointers = block == 0 ? 0 : System.Numerics.BitOperations.TrailingZeroCount(block) + 1;
            Assert.Equal(block, FlashLayout.BlocksBefore(end));
            end += FlashLayout.BlockSize - 4 * pointers;
            Assert.Equal(block, FlashLayout.BlocksBefore(end - 1));
            Assert.Equal(block + 1, FlashLayout.ContentBlocks(end));
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(512, 0)]
    [InlineData(513, 1)]
    [InlineData(4096, 1)]
    [InlineData(4097, 2)]
    [InlineData(4096 + 4092, 2)]
    [InlineData(4096 + 4093, 3)]
    [InlineData(1024 * 1024, 257)]
    public void Content_takes_whole_blocks_and_up_to_512_bytes_none(int length, int blocks) => Assert.Equal(blocks, FlashLayout.ContentBlocks(length));

    [Theory]
    [InlineData(40_000, 40_000, 0, 10)]
    [InlineData(40_000, 40_000, 39_999, 1)]
    [InlineData(44_000, 40_000, 40_000, 2)]
    [InlineData(40_000, 0, 0, 10)]
    [InlineData(100, 40_000, 0, 0)]
    [InlineData(600, 500, 500, 1)]
    public void New_blocks_are_those_from_the_first_change_on(int length, int original, int firstChange, int blocks) =>
        Assert.Equal(blocks, FlashLayout.PendingBlocks(length, original, firstChange));

    [Theory]
    [InlineData(0, 2)]
    [InlineData(4, 2)]
    [InlineData(5, 4)]
    [InlineData(40, 24)]
    public void A_directory_takes_another_pair_of_blocks_when_half_a_block_is_not_enough(int entries, int blocks) =>
        Assert.Equal(blocks, FlashLayout.DirectoryBlocks([.. Enumerable.Repeat(FlashLayout.FileEntry(8, 480), entries)]));
}
