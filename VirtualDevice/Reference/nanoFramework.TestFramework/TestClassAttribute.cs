using System;

namespace nanoFramework.TestFramework
{
    /// <summary>A class with tests. They run without an instance: <c>this</c> is null.</summary>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = false)]
    public class TestClassAttribute : Attribute
    {
        /// <summary>The attribute itself; a derived class may give another.</summary>
        public virtual TestMethodAttribute GetTestMethodAttribute(TestMethodAttribute testMethodAttribute) => testMethodAttribute;
    }
}
