using System;
using System.Diagnostics;
using System.Threading;

namespace Stubborn
{
    /// <summary>Threads that a desktop thread could not be talked out of. On a reset they are gone.</summary>
    public class Program
    {
        private static int _count;

        public static void Main()
        {
            new Thread(LoopForEver).Start();
            new Thread(LoopInPlace).Start();
            new Thread(CatchEverything).Start();
            new Thread(WaitForEver).Start();
            new Thread(Deadlock).Start();
            new Timer(state => { while (true) { _count++; } }, null, 0, 10);
            new Thread(() => throw new InvalidOperationException("nobody hears this")).Start();
            Debug.WriteLine("running");
            Recurse();
        }

        private static void LoopForEver()
        {
            while (true) { _count++; }
        }

        private static void LoopInPlace()
        {
            for (; ; ) { }
        }

        private static void CatchEverything()
        {
            while (true)
            {
                try { Thread.Sleep(1000); }
                catch (Exception) { _count++; }
            }
        }

        private static void WaitForEver()
        {
            new AutoResetEvent(false).WaitOne();
        }

        private static void Deadlock()
        {
            object gate = new object();
            new Thread(() => { lock (gate) { Thread.Sleep(Timeout.Infinite); } }).Start();
            Thread.Sleep(50);
            lock (gate) { _count++; }
        }

        private static void Recurse()
        {
            try { Deeper(0); }
            catch (OutOfMemoryException) { Debug.WriteLine("stack used up"); }
            Thread.Sleep(Timeout.Infinite);
        }

        private static int Deeper(int depth)
        {
            return Deeper(depth + 1) + 1;
        }
    }
}
