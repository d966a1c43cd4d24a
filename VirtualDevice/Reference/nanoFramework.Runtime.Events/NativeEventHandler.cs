using System;

namespace nanoFramework.Runtime.Events
{
    /// <summary>Called when the device's native code posted an event.</summary>
    /// <param name="data1">Bits 0 to 7: sub-category, 8 to 15: category, 16 to 31: data.</param>
    /// <param name="data2">More data.</param>
    /// <param name="time">When it happened, UTC.</param>
    public delegate void NativeEventHandler(uint data1, uint data2, DateTime time);
}
