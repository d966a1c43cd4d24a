using System;
using System.Diagnostics;
using System.IO;

namespace FlashUser
{
    /// <summary>Changes files in every way that there is, and goes on whatever an operation throws.</summary>
    public class Program
    {
        public static void Main()
        {
            Try(() => File.WriteAllText(@"I:\a", "first"));
            Try(() => File.WriteAllText(@"I:\a", "second, longer than the first"));
            Try(() => Directory.CreateDirectory(@"I:\d\e"));
            Try(() => File.WriteAllBytes(@"I:\d\big", new byte[10000]));
            Try(Append);
            Try(() => File.Move(@"I:\d\big", @"I:\d\e\moved"));
            Try(() => Directory.Move(@"I:\d", @"I:\f"));
            Try(() => File.Delete(@"I:\a"));
            Try(() => Directory.Delete(@"I:\f", true));
            Debug.WriteLine("all done");
        }

        private static void Append()
        {
            using FileStream stream = new FileStream(@"I:\d\big", FileMode.Append);
            for (byte i = 0; i < 10; i++)
            {
                stream.WriteByte(i);
                stream.Flush();
            }
        }

        private static void Try(Action change)
        {
            try
            {
                change();
            }
            catch (Exception)
            {
            }
        }
    }
}
