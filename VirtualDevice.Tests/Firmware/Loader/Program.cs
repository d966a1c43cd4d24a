using System;
using System.Diagnostics;
using System.IO;
using System.Reflection;
using System.Threading;

namespace Loader
{
    /// <summary>Loads I:\1.pe, I:\2.pe and so on, starts the entry type of each, and looks up the assemblies that I:\find.txt names.</summary>
    public class Program
    {
        public static void Main()
        {
            for (var i = 1; File.Exists("I:\\" + i + ".pe"); i++)
            {
                Try(i);
            }

            if (File.Exists("I:\\find.txt"))
            {
                foreach (var name in File.ReadAllText("I:\\find.txt").Split('\n'))
                {
                    Find(name);
                }
            }

            Debug.WriteLine("own: " + typeof(Program).Assembly.FullName + "; core: " + typeof(object).Assembly.FullName + "; clock: " + typeof(DateTime).Assembly.GetName().Name);
            Debug.WriteLine("done");
            Thread.Sleep(Timeout.Infinite);
        }

        private static void Try(int number)
        {
            try
            {
                var assembly = Assembly.Load(File.ReadAllBytes("I:\\" + number + ".pe"));
                Debug.WriteLine(number + " loaded " + assembly.FullName);
                var entry = assembly.GetType(assembly.GetName().Name + ".Entry");
                if (entry != null)
                {
                    Debug.WriteLine(number + " says " + entry.GetMethod("Start").Invoke(null, new object[] { "loader" }));
                }
            }
            catch (Exception e)
            {
                Debug.WriteLine(number + " threw " + e.GetType().FullName + ": " + e.Message);
            }
        }

        private static void Find(string name)
        {
            try
            {
                Debug.WriteLine("found " + Assembly.Load(name).GetName().Version.ToString() + " for " + name);
            }
            catch (ArgumentException)
            {
                Debug.WriteLine("none for " + name);
            }
        }
    }
}
