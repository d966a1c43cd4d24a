using System;
using System.Diagnostics;

namespace Statics
{
    public class Program
    {
        private static readonly int Counted = Registry.Count();

        public static void Main()
        {
            // Never is not used before this line: the CLR has run its constructor all the same.
            Debug.WriteLine("constructed before Main: " + Registry.Constructed);
            Debug.WriteLine("year " + DateTime.UtcNow.Year + ", default year " + new DateTime().Year + ", boots " + Counted);
            Debug.WriteLine("'a' upper " + 'a'.ToUpper() + ", \"ba\" after \"B\" " + ("ba".CompareTo("B") > 0));
            throw new ArgumentException("Main ends badly");
        }
    }

    public static class Registry
    {
        public static string Constructed = "";

        private static int _counted;

        public static int Count()
        {
            return ++_counted;
        }
    }

    public static class Never
    {
        private static readonly bool Done = Note();

        public static bool IsDone
        {
            get { return Done; }
        }

        private static bool Note()
        {
            Registry.Constructed = "Never";
            return true;
        }
    }
}
