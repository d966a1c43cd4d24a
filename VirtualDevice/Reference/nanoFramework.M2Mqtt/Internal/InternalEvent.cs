namespace nanoFramework.M2Mqtt.Internal
{
    /// <summary>Something that the application is to be told.</summary>
    public abstract class InternalEvent
    {
    }
}
