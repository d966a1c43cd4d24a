using System;

namespace nanoFramework.Runtime.Events
{
    /// <summary>Delegates that do not keep their targets alive on the device.</summary>
    /// <remarks>Here they do: a handler that nothing else holds would never be collected, and would still be called.</remarks>
    public static class WeakDelegate
    {
        /// <summary>Both delegates as one.</summary>
        public static Delegate Combine(Delegate a, Delegate b) => Delegate.Combine(a, b);

        /// <summary>The first without the second.</summary>
        public static Delegate Remove(Delegate a, Delegate b) => Delegate.Remove(a, b);
    }
}
