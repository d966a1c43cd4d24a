using System;

namespace nanoFramework.TestFramework
{
    /// <summary>Arguments for one run of a test.</summary>
    [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
    public class DataRowAttribute : Attribute
    {
        /// <summary>Takes the arguments.</summary>
        /// <exception cref="ArgumentNullException">None given.</exception>
        /// <exception cref="ArgumentException">None in it.</exception>
        public DataRowAttribute(params object[] methodParameters)
        {
            if (methodParameters == null)
            {
                throw new ArgumentNullException();
            }

            if (methodParameters.Length == 0)
            {
                throw new ArgumentException();
            }

            MethodParameters = methodParameters;
        }

        /// <summary>The arguments.</summary>
        public object[] MethodParameters { get; }
    }
}
