namespace SecureEsp.DeviceApp.Mqtt
{
    /// <summary>A part that has topics of its own in the broker session.</summary>
    public interface IMessageHandler
    {
        /// <summary>What the topics are for, in words.</summary>
        string Name { get; }

        /// <summary>What to subscribe, QoS 1.</summary>
        string[] Topics { get; }

        /// <summary>A message came, on the connection's thread: must not wait long.</summary>
        /// <param name="topic">Its topic.</param>
        /// <param name="payload">What it says.</param>
        /// <param name="retained">Whether the broker had kept it.</param>
        /// <returns>Whether the topic was one of these.</returns>
        bool Handle(string topic, byte[] payload, bool retained);
    }
}
