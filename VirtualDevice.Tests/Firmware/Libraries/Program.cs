using System;
using System.Diagnostics;
using System.Reflection;
using nanoFramework.TestFramework;

namespace Libraries
{
    // Runs every test method and prints one line for each: the host's tests read them.
    public class Program
    {
        public static void Main()
        {
            foreach (Type type in Assembly.GetExecutingAssembly().GetTypes())
            {
                foreach (MethodInfo method in type.GetMethods())
                {
                    if (IsTest(method))
                    {
                        Debug.WriteLine(Run(method, type.Name + "." + method.Name));
                    }
                }
            }

            Debug.WriteLine("all tests done");
        }

        private static bool IsTest(MethodInfo method)
        {
            foreach (object attribute in method.GetCustomAttributes(true))
            {
                if (attribute is TestMethodAttribute)
                {
                    return true;
                }
            }

            return false;
        }

        private static string Run(MethodInfo method, string name)
        {
            try
            {
                method.Invoke(null, null);
                return "passed " + name + ".";
            }
            catch (Exception e)
            {
                Exception cause = e.InnerException ?? e;
                return "failed " + name + ". " + cause.GetType().FullName + " " + cause.Message;
            }
        }
    }
}
