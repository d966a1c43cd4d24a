using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;

namespace SecureEsp.UpdateBench
{
    /// <summary>Many inputs of one kind, each of them timed.</summary>
    internal sealed class FuzzRun
    {
        // Far above what any input takes (tens of microseconds), far below a hang; a busy machine takes its time in between.
        private static readonly TimeSpan s_slowest = TimeSpan.FromSeconds(2);

        private readonly string _name;
        private readonly Func<int> _one;

        public FuzzRun(string name, Func<int> one)
        {
            _name = name;
            _one = one;
        }

        /// <returns>False where an exception came out, or an input took too long.</returns>
        public bool Run(int inputs)
        {
            var ends = new HashSet<int>();
            var accepted = 0;
            long slowest = 0;
            var started = Stopwatch.GetTimestamp();
            for (var i = 0; i < inputs; i++)
            {
                var before = Stopwatch.GetTimestamp();
                try
                {
                    var end = _one();
                    ends.Add(end);
                    accepted += end == 0 ? 1 : 0;
                }
                catch (Exception e)
                {
                    Console.WriteLine($"{_name}: input {i} of the seed made {e.GetType().Name}: {e.Message}");
                    Console.WriteLine(e.StackTrace);
                    return false;
                }

                slowest = Math.Max(slowest, Stopwatch.GetTimestamp() - before);
            }

            Report(inputs, accepted, ends.Count, Stopwatch.GetElapsedTime(started), TimeSpan.FromSeconds((double)slowest / Stopwatch.Frequency));
            return (double)slowest / Stopwatch.Frequency <= s_slowest.TotalSeconds;
        }

        private void Report(int inputs, int accepted, int ends, TimeSpan all, TimeSpan slowest)
        {
            var invariant = CultureInfo.InvariantCulture;
            Console.WriteLine(string.Format(
                invariant,
                "{0,-16} {1,10:#,0} inputs  {2,9:#,0} taken  {3,3} different ends  {4,6:0.0} s  slowest {5:0.00} ms",
                _name,
                inputs,
                accepted,
                ends,
                all.TotalSeconds,
                slowest.TotalMilliseconds));
        }
    }
}
