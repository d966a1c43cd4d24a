using System.Diagnostics;

namespace Unloaded
{
    public class Program
    {
        public static void Main()
        {
            Debug.WriteLine("done");
        }
    }
}
