namespace nanoFramework.Runtime.Events
{
    /// <summary>Something that happened.</summary>
    public class BaseEvent
    {
        /// <summary>What it came from.</summary>
        public ushort Source;

        /// <summary>What it is.</summary>
        public byte Message;
    }
}
