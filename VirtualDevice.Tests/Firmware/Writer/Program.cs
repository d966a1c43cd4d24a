using System.Diagnostics;
using System.IO;
using System.Threading;
using nanoFramework.Runtime.Native;

namespace Writer
{
    // First boot: writes, flushes, closes one file of two and waits. Later boots: say what is there, then reboot once.
    public class Program
    {
        public static void Main()
        {
            if (!File.Exists(@"I:\closed"))
            {
                File.WriteAllText(@"I:\old", "old");
                FileStream open = new FileStream(@"I:\old", FileMode.Open);
                open.Write(new byte[] { (byte)'n', (byte)'e', (byte)'w' }, 0, 3);
                open.Flush();
                FileStream made = File.Create(@"I:\made");
                made.WriteByte(1);
                made.Flush();
                File.WriteAllText(@"I:\closed", "closed");
                Debug.WriteLine("written");
                Thread.Sleep(Timeout.Infinite);
            }

            Debug.WriteLine("old is '" + File.ReadAllText(@"I:\old") + "', made has " + new FileInfo(@"I:\made").Length + " bytes");
            if (!File.Exists(@"I:\rebooted"))
            {
                File.WriteAllText(@"I:\rebooted", "");
                Power.OnRebootEvent += () => Debug.WriteLine("rebooting");
                Power.OnRebootEvent += () => Thread.Sleep(Timeout.Infinite);
                Power.RebootDevice(50);
            }

            Debug.WriteLine("rebooted");
        }
    }
}
