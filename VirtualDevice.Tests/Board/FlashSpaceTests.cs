using SecureEsp.VirtualDevice.Board;

namespace SecureEsp.VirtualDevice.Tests.Board;

/// <summary>The size limit as littlefs enforces it. littlefs, DESIGN.md and lfs.c (copy on write, lfs_alloc).</summary>
public class FlashSpaceTests
{
    [Theory]
    [InlineData(4, 256 * 1024)]
    [InlineData(8, 2 * 1024 * 1024)]
    [InlineData(16, 3 * 1024 * 1024)]
    [InlineData(32, 8 * 1024 * 1024)]
    public void The_drive_has_the_size_that_the_chip_gives_it(int megabytes, int bytes)
    {
        var flash = Flash.OfChip(megabytes);
        Assert.Equal(bytes, flash.Capacity);
        // All but the root's pair of blocks, each block but the first with 4 bytes of pointers or more.
        var largest = bytes - 2 * FlashLayout.BlockSize;
        while (FlashLayout.ContentBlocks(largest) > bytes / FlashLayout.BlockSize - 2) largest--;
        flash.Write(@"I:\all", new byte[largest]);
        Assert.Equal(bytes, flash.Used);
        Assert.Throws<FlashException>(() => Flash.OfChip(megabytes).Write(@"I:\more", new byte[largest + 1]));
    }

    [Fact]
    public void There_is_no_image_for_other_chips() => Assert.Throws<ArgumentOutOfRangeException>(() => Flash.OfChip(2));

    [Fact]
    public void Old_and_new_content_both_take_space_until_the_commit()
    {
        var flash = new Flash(64 * 1024);
        flash.Write(@"I:\big", new byte[30 * 1024]);
        var refused = Assert.Throws<FlashException>(() => flash.Write(@"I:\big", new byte[30 * 1024]));
        Assert.Equal(FlashError.Io, refused.Error);
        Assert.Equal(30 * 1024, flash.Read(@"I:\big")!.Length);
        flash.Write(@"I:\big", new byte[20 * 1024]);
        Assert.Equal(20 * 1024, flash.Read(@"I:\big")!.Length);
        Assert.True(flash.Used <= flash.Capacity);
    }

    [Fact]
    public void Appending_takes_new_blocks_for_the_end_alone()
    {
        var flash = new Flash(64 * 1024);
        flash.Write(@"I:\log", new byte[40 * 1024]);
        var file = flash.Open(FlashPath.Parse(@"I:\log"));
        file.Seek(0, SeekOrigin.End);
        var before = flash.Used;
        file.Write(new byte[3000]);
        Assert.Equal(1 * FlashLayout.BlockSize, flash.Used - before);
        file.Seek(0, SeekOrigin.Begin);
        Assert.Throws<FlashException>(() => file.Write([1]));
        file.Abandon();
        Assert.Equal(before, flash.Used);
    }

    [Fact]
    public void A_file_whose_last_write_failed_keeps_its_old_content()
    {
        var flash = new Flash(64 * 1024);
        flash.Write(@"I:\a", "old"u8);
        var file = flash.Open(FlashPath.Parse(@"I:\a"));
        file.Write(new byte[8192]);
        Assert.Throws<FlashException>(() => file.Write(new byte[64 * 1024]));
        file.Commit();
        Assert.Equal("old"u8, flash.Read(@"I:\a")!);
    }

    [Fact]
    public void A_write_that_succeeds_after_one_that_failed_is_kept()
    {
        var flash = new Flash(64 * 1024);
        var file = flash.Open(FlashPath.Parse(@"I:\a"));
        file.Write("1"u8);
        Assert.Throws<FlashException>(() => file.Write(new byte[64 * 1024]));
        file.Write("2"u8);
        file.Commit();
        Assert.Equal("12"u8, flash.Read(@"I:\a")!);
    }

    [Fact]
    public void Small_files_and_directories_fill_the_flash_too()
    {
        var flash = new Flash(64 * 1024);
        var files = 0;
        Assert.Throws<FlashException>(() =>
        {
            for (; files < 1000; files++) flash.Write($@"I:\{files:000}", new byte[500]);
        });
        Assert.InRange(files, 16, 32);
        Assert.True(flash.Used <= flash.Capacity);
        Assert.Throws<FlashException>(() =>
        {
            for (var i = 0; i < 1000; i++) flash.MakeDirectory(FlashPath.Parse($@"I:\d{i}"));
        });
        Assert.True(flash.Delete(@"I:\000"));
        Assert.True(flash.Delete(@"I:\001"));
        flash.Write(@"I:\again", "x"u8);
    }
}
