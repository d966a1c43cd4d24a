using System;
using System.Reflection;
using System.Threading;

[assembly: AssemblyVersion("2.3.4.5")]

namespace Hosted
{
    public static class Entry
    {
        private static readonly string Greeting = Make();

        public static string Start(string who)
        {
            for (var i = 0; i < 3; i++)
            {
                Thread.Sleep(0);
            }

            return Greeting + ", " + who;
        }

        private static string Make()
        {
            return "hello";
        }
    }
}
