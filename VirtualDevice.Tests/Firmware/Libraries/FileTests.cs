using System;
using System.IO;
using System.Text;
using nanoFramework.TestFramework;

namespace Libraries
{
    /// <summary>
    /// nanoframework/System.IO.FileSystem, File.cs, FileStream.cs, Path.cs; nf-interpreter,
    /// nf_sys_io_filesystem_System_IO_NativeFileStream.cpp.
    /// </summary>
    [TestClass]
    public class FileTests
    {
        [TestMethod]
        public static void A_file_gives_back_what_was_written()
        {
            File.WriteAllText(@"I:\text.txt", "grün");
            File.AppendAllText(@"I:\text.txt", "!");
            CollectionAssert.AreEqual(Encoding.UTF8.GetBytes("grün!"), File.ReadAllBytes(@"I:\text.txt"));
            Assert.IsTrue(File.Exists(@"I:\text.txt"));
            Assert.IsFalse(File.Exists(@"I:\TEXT.TXT"));
            Assert.AreEqual(6L, new FileInfo(@"I:\text.txt").Length);
            Assert.AreEqual(FileAttributes.Normal, File.GetAttributes(@"I:\text.txt"));
            File.Delete(@"I:\text.txt");
            File.Delete(@"I:\text.txt");
            Assert.IsFalse(File.Exists(@"I:\text.txt"));
        }

        [TestMethod]
        public static void A_move_replaces_nothing()
        {
            File.WriteAllText(@"I:\a", "a");
            File.WriteAllText(@"I:\b", "b");
            Assert.AreEqual((int)IOException.IOExceptionErrorCode.PathAlreadyExists, ErrorOf(() => File.Move(@"I:\a", @"I:\b")));
            Assert.AreEqual("b", File.ReadAllText(@"I:\b"));
            Assert.AreEqual((int)IOException.IOExceptionErrorCode.FileNotFound, ErrorOf(() => File.Move(@"I:\none", @"I:\c")));
            File.Move(@"I:\a", @"I:\c");
            Assert.AreEqual("a", File.ReadAllText(@"I:\c"));
            File.Delete(@"I:\b");
            File.Delete(@"I:\c");
        }

        [TestMethod]
        public static void Errors_say_what_is_wrong()
        {
            Assert.AreEqual((int)IOException.IOExceptionErrorCode.FileNotFound, ErrorOf(() => File.OpenRead(@"I:\none")));
            Assert.AreEqual((int)IOException.IOExceptionErrorCode.InvalidDriver, ErrorOf(() => File.WriteAllText(@"D:\x", "x")));
            Assert.AreEqual((int)IOException.IOExceptionErrorCode.Others, ErrorOf(() => File.WriteAllText(@"I:\none\x", "x")));
            Assert.AreEqual((int)IOException.IOExceptionErrorCode.DirectoryNotFound, ErrorOf(() => Directory.GetFiles(@"I:\none")));
            Assert.IsFalse(File.Exists(@"D:\x"));
            Assert.ThrowsException(typeof(ArgumentException), () => new FileStream(@"I:\x", FileMode.Create, FileAccess.Read));
            Assert.ThrowsException(typeof(ArgumentNullException), () => File.OpenRead(null));
            Assert.ThrowsException(typeof(NotSupportedException), () => new DriveInfo(@"I:\").Format("LITTLEFS", 0));
        }

        [TestMethod]
        public static void An_open_file_is_in_use()
        {
            using (FileStream stream = File.Create(@"I:\used"))
            {
                Assert.AreEqual((int)IOException.IOExceptionErrorCode.UnauthorizedAccess, ErrorOf(() => File.OpenRead(@"I:\used")));
                Assert.AreEqual((int)IOException.IOExceptionErrorCode.UnauthorizedAccess, ErrorOf(() => File.Delete(@"I:\used")));
            }

            File.Delete(@"I:\used");
        }

        [TestMethod]
        public static void A_stream_seeks_cuts_and_appends()
        {
            using (FileStream stream = new FileStream(@"I:\seek", FileMode.Create))
            {
                stream.Write(new byte[] { 1, 2, 3, 4 }, 0, 4);
                Assert.AreEqual(2L, stream.Seek(-2, SeekOrigin.End));
                Assert.AreEqual(3, stream.ReadByte());
                stream.SetLength(3);
                Assert.AreEqual(-1, stream.ReadByte());
                stream.Flush();
            }

            using (FileStream stream = new FileStream(@"I:\seek", FileMode.Append))
            {
                Assert.AreEqual(3L, stream.Position);
                stream.WriteByte(9);
                Assert.ThrowsException(typeof(IOException), () => stream.Seek(0, SeekOrigin.Begin));
                Assert.ThrowsException(typeof(NotSupportedException), () => stream.ReadByte());
            }

            CollectionAssert.AreEqual(new byte[] { 1, 2, 3, 9 }, File.ReadAllBytes(@"I:\seek"));
            FileStream closed = File.OpenRead(@"I:\seek");
            closed.Close();
            Assert.ThrowsException(typeof(ObjectDisposedException), () => closed.ReadByte());
            File.Delete(@"I:\seek");
        }

        [TestMethod]
        public static void AppendText_writes_at_the_beginning()
        {
            File.WriteAllText(@"I:\append", "12345");
            using (StreamWriter writer = File.AppendText(@"I:\append"))
            {
                writer.Write("ab");
            }

            Assert.AreEqual("ab345", File.ReadAllText(@"I:\append"));
            File.Delete(@"I:\append");
        }

        [TestMethod]
        public static void Directories_hold_files_and_directories()
        {
            Directory.CreateDirectory(@"I:\d\e");
            File.WriteAllText(@"I:\d\two", "2");
            File.WriteAllText(@"I:\d\one", "1");
            CollectionAssert.AreEqual(new string[] { @"I:\d\one", @"I:\d\two" }, Directory.GetFiles(@"I:\d"));
            CollectionAssert.AreEqual(new string[] { @"I:\d\e" }, Directory.GetDirectories(@"I:\d"));
            Assert.AreEqual((int)IOException.IOExceptionErrorCode.DirectoryNotEmpty, ErrorOf(() => Directory.Delete(@"I:\d")));
            Directory.Move(@"I:\d", @"I:\f");
            Assert.IsTrue(File.Exists(@"I:\f\one"));
            Assert.IsTrue(Directory.Exists(@"I:\f\e"));
            Directory.Delete(@"I:\f", true);
            Assert.IsFalse(Directory.Exists(@"I:\f"));
        }

        [TestMethod]
        public static void Copying_does_not_overwrite_unless_told()
        {
            File.WriteAllText(@"I:\from", "new");
            File.WriteAllText(@"I:\to", "a longer old text");
            Assert.AreEqual((int)IOException.IOExceptionErrorCode.PathAlreadyExists, ErrorOf(() => File.Copy(@"I:\from", @"I:\to")));
            File.Copy(@"I:\from", @"I:\to", true);
            Assert.AreEqual("new", File.ReadAllText(@"I:\to"));
            File.Delete(@"I:\from");
            File.Delete(@"I:\to");
        }

        [TestMethod]
        public static void The_drive_is_full_when_it_is_full()
        {
            DriveInfo drive = DriveInfo.GetDrives()[0];
            Assert.AreEqual(@"I:\", drive.Name);
            Assert.AreEqual(-1L, drive.TotalSize);
            using FileStream stream = File.Create(@"I:\big");
            byte[] block = new byte[65536];
            Assert.AreEqual((int)IOException.IOExceptionErrorCode.Others, ErrorOf(() =>
            {
                for (int written = 0; written <= 2 * 1024 * 1024; written += block.Length)
                {
                    stream.Write(block, 0, block.Length);
                }
            }));
            stream.Close();
            File.Delete(@"I:\big");
        }

        // littlefs_FS_Driver.cpp, Write: the result of fflush is not looked at; lfs.c: a file with an error is closed without effect.
        [TestMethod]
        public static void A_write_below_4096_bytes_on_a_full_drive_is_lost_in_silence()
        {
            File.WriteAllText(@"I:\small", "old");
            using FileStream filler = File.Create(@"I:\filler");
            for (byte[] block = new byte[4096]; ErrorOf(() => filler.Write(block, 0, block.Length)) == 0;)
            {
            }

            byte[] text = new byte[4095];
            Assert.AreEqual(0, ErrorOf(() => File.WriteAllBytes(@"I:\small", text)));
            Assert.AreEqual("old", File.ReadAllText(@"I:\small"));
            byte[] longer = new byte[4096];
            Assert.AreEqual((int)IOException.IOExceptionErrorCode.Others, ErrorOf(() => File.WriteAllBytes(@"I:\small", longer)));
            Assert.AreEqual("old", File.ReadAllText(@"I:\small"));
            filler.Close();
            File.Delete(@"I:\filler");
            File.Delete(@"I:\small");
        }

        [TestMethod]
        public static void Paths_are_taken_apart_and_put_together()
        {
            Assert.AreEqual(@"I:\a\b.txt", Path.Combine(@"I:\a", "b.txt"));
            Assert.AreEqual(@"I:\", Path.GetDirectoryName(@"I:\b.txt"));
            Assert.IsNull(Path.GetDirectoryName(@"I:\"));
            Assert.AreEqual("b.txt", Path.GetFileName(@"I:\a\b.txt"));
            Assert.AreEqual("b", Path.GetFileNameWithoutExtension(@"I:\a\b.txt"));
            Assert.AreEqual(".txt", Path.GetExtension("b.txt"));
            Assert.AreEqual(@"I:\b.bak", Path.ChangeExtension(@"I:\b.txt", "bak"));
            Assert.AreEqual(@"I:\b", Path.GetFullPath(@"I:\a\..\.\b"));
            Assert.AreEqual(@"I:\", Path.GetPathRoot(@"I:\a"));
            Assert.IsTrue(Path.IsPathRooted(@"\a"));
        }

        private static int ErrorOf(Action action)
        {
            try
            {
                action();
            }
            catch (IOException e)
            {
                return (int)e.ErrorCode;
            }

            return 0;
        }
    }
}
