namespace nanoFramework.Runtime.Events
{
    /// <summary>Is told of the events of a category.</summary>
    public interface IEventListener
    {
        /// <summary>Called once, when the listener is added.</summary>
        void InitializeForEventSource();

        /// <summary>Called for each event, on the dispatcher's thread.</summary>
        /// <returns>For a filter, whether the listener is to be told too.</returns>
        bool OnEvent(BaseEvent ev);
    }
}
