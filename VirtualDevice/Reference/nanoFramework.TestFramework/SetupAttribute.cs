using System;

namespace nanoFramework.TestFramework
{
    /// <summary>Runs before the tests of its class; skipping it skips them.</summary>
    [AttributeUsage(AttributeTargets.Method, AllowMultiple = false)]
    public class SetupAttribute : Attribute
    {
    }
}
