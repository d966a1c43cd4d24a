using System;

namespace nanoFramework.Runtime.Events
{
    /// <summary>Makes an event of the two words that the device's native code posted.</summary>
    public interface IEventProcessor
    {
        /// <summary>Makes the event.</summary>
        /// <param name="data1">Bits 0 to 7: sub-category, 8 to 15: category, 16 to 31: data.</param>
        /// <param name="data2">More data.</param>
        /// <param name="time">When it happened, UTC.</param>
        BaseEvent ProcessEvent(uint data1, uint data2, DateTime time);
    }
}
