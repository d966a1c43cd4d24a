using System;

namespace nanoFramework.Runtime.Events
{
    /// <summary>What a custom event carries.</summary>
    public class CustomEventArgs : EventArgs
    {
        internal CustomEventArgs(ushort data1, uint data2)
        {
            Data1 = data1;
            Data2 = data2;
        }

        /// <summary>16 bits of the poster's choice.</summary>
        public ushort Data1 { get; }

        /// <summary>32 bits of the poster's choice.</summary>
        public uint Data2 { get; }
    }
}
