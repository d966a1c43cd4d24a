using System.Text;
using SecureEsp.VirtualDevice.Board;

namespace SecureEsp.VirtualDevice.Tests.Board;

/// <summary>
/// littlefs, lfs.c (lfs_file_sync, lfs_rename, lfs_remove); nf-interpreter, targets/ESP32/_littlefs/littlefs_FS_Driver.cpp.
/// </summary>
public class FlashTests
{
    [Fact]
    public void Content_is_there_from_the_commit_on()
    {
        var flash = new Flash();
        flash.Write(@"I:\a", "old"u8);
        var file = flash.Open(FlashPath.Parse(@"I:\a"));
        file.SetLength(0);
        file.Write("new"u8);
        Assert.Equal("old", Text(flash, @"I:\a"));
        file.Commit();
        Assert.Equal("new", Text(flash, @"I:\a"));
    }

    [Fact]
    public void A_cut_before_each_operation_leaves_the_old_or_the_new_content_and_nothing_else()
    {
        var whole = new Flash();
        Replace(whole);
        Assert.True(whole.Operations > 6);
        for (var cut = 1; cut <= whole.Operations; cut++)
        {
            var flash = new Flash();
            flash.Operating += operation =>
            {
                if (operation.Number == cut) throw new PowerCutException();
            };
            Assert.Throws<PowerCutException>(() => Replace(flash));
            Assert.Equal(cut - 1, flash.Operations);
            Assert.True(flash.Read(@"I:\d\a") is null or [] or [(byte)'1'] or [(byte)'2'], $"cut before {cut}");
        }
    }

    [Fact]
    public void Opening_a_new_file_makes_it_at_once_and_empty()
    {
        var flash = new Flash();
        flash.Open(FlashPath.Parse(@"I:\new")).Abandon();
        Assert.Equal([], flash.Read(@"I:\new")!);
    }

    [Fact]
    public void A_rename_replaces_no_file()
    {
        var flash = new Flash();
        flash.Write(@"I:\a", "a"u8);
        flash.Write(@"I:\b", "b"u8);
        Assert.Throws<FlashException>(() => flash.Rename(FlashPath.Parse(@"I:\a"), FlashPath.Parse(@"I:\b")));
        flash.Rename(FlashPath.Parse(@"I:\a"), FlashPath.Parse(@"I:\c"));
        Assert.Equal([@"I:\b", @"I:\c"], flash.List());
    }

    [Fact]
    public void A_directory_moves_with_all_in_it()
    {
        var flash = new Flash();
        flash.Write(@"I:\d\e\f", "f"u8);
        flash.Rename(FlashPath.Parse(@"I:\d"), FlashPath.Parse(@"I:\x"));
        Assert.Equal("f", Text(flash, @"I:\x\e\f"));
        Assert.Throws<FlashException>(() => flash.Remove(FlashPath.Parse(@"I:\x"), recursive: false));
        Assert.True(flash.Delete(@"I:\x"));
        Assert.Empty(flash.List());
    }

    [Theory]
    [InlineData(@"C:\a", FlashError.InvalidDriver)]
    [InlineData(@"a", FlashError.InvalidDriver)]
    public void Another_drive_is_refused(string path, FlashError error) =>
        Assert.Equal(error, Assert.Throws<FlashException>(() => new Flash().Write(path, [])).Error);

    [Fact]
    public void Long_names_and_paths_are_refused()
    {
        Assert.Equal(FlashError.PathTooLong, Assert.Throws<FlashException>(() => new Flash().Write(@"I:\" + new string('n', 256), [])).Error);
        new Flash().Write(@"I:\" + new string('n', 255), []);
        Assert.Equal(FlashError.PathTooLong, Assert.Throws<FlashException>(() => new Flash().Exists(@"I:\d\" + new string('n', 254))).Error);
    }

    [Fact]
    public void An_image_file_keeps_files_and_empty_directories()
    {
        var image = Path.GetTempFileName();
        try
        {
            var flash = new Flash();
            flash.Write(@"I:\logs\a.txt", "a"u8);
            flash.MakeDirectory(FlashPath.Parse(@"I:\empty"));
            flash.Save(image);
            flash.Write(@"I:\b", "b"u8);
            flash.Save(image);
            var loaded = new Flash();
            Assert.True(loaded.Load(image));
            Assert.Equal([@"I:\b", @"I:\logs\a.txt"], loaded.List());
            Assert.True(loaded.Find(FlashPath.Parse(@"I:\empty")) is { IsDirectory: true });
        }
        finally
        {
            File.Delete(image);
        }
    }

    [Fact]
    public void An_image_that_cannot_be_read_formats_the_flash()
    {
        var image = Path.GetTempFileName();
        try
        {
            File.WriteAllText(image, "no image");
            var flash = new Flash();
            flash.Write(@"I:\a", "a"u8);
            Assert.False(flash.Load(image));
            Assert.Empty(flash.List());
        }
        finally
        {
            File.Delete(image);
        }
    }

    private static void Replace(Flash flash)
    {
        flash.Write(@"I:\d\a", "1"u8);
        flash.Write(@"I:\d\a", "2"u8);
        flash.Write(@"I:\d\b", "b"u8);
        flash.Rename(FlashPath.Parse(@"I:\d\b"), FlashPath.Parse(@"I:\d\c"));
        flash.Delete(@"I:\d\c");
    }

    private static string Text(Flash flash, string path) => Encoding.UTF8.GetString(flash.Read(path)!);

    private sealed class PowerCutException : Exception;
}
