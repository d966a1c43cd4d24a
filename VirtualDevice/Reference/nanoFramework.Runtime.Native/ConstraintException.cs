using System;

namespace nanoFramework.Runtime.Native
{
    /// <summary>A thread did not end within its <see cref="ExecutionConstraint"/>.</summary>
    public class ConstraintException : Exception
    {
    }
}
