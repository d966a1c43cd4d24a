using System;
using System.Diagnostics;
using System.Threading;

namespace Metered
{
    /// <summary>Methods whose executed instructions, calls and bytes are known from their IL.</summary>
    public class Program
    {
        private static int _sum;

        public static void Main()
        {
            Shapes.StraightLine(1, 2);
            Shapes.Loop(10);
            for (int i = 0; i < 5; i++) { Shapes.Choose(i); }
            Shapes.Catch(false);
            Shapes.Catch(true);
            Shapes.Recurse(6);
            Shapes.LeaveLoopByException();
            Heap.Make();
            Heap.Text("abc", 7);
            Race();
            Debug.WriteLine("metered");
        }

        /// <summary>Four threads that call one method 5000 times each: 20000 in all.</summary>
        private static void Race()
        {
            Thread[] threads = new Thread[4];
            for (int i = 0; i < threads.Length; i++)
            {
                threads[i] = new Thread(Work);
                threads[i].Start();
            }
            for (int i = 0; i < threads.Length; i++) { threads[i].Join(); }
        }

        private static void Work()
        {
            for (int i = 0; i < 5000; i++) { Touch(); }
        }

        private static void Touch()
        {
            _sum++;
        }
    }
}
