using System;

namespace nanoFramework.TestFramework
{
    /// <summary>A test.</summary>
    [AttributeUsage(AttributeTargets.Method, AllowMultiple = false)]
    public class TestMethodAttribute : Attribute
    {
    }
}
