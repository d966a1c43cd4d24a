using System;

namespace nanoFramework.Runtime.Events
{
    /// <summary>An event of a category that nobody processes.</summary>
    public class GenericEvent : BaseEvent
    {
        /// <summary>An <see cref="EventCategory"/>.</summary>
        public byte Category;

        /// <summary>The upper half of the first data word.</summary>
        public uint Data;

        /// <summary>When it happened, UTC.</summary>
        public DateTime Time;
    }
}
