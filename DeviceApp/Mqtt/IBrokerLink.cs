using SecureEsp.DeviceApp.Tls;

namespace SecureEsp.DeviceApp.Mqtt
{
    /// <summary>One MQTT connection at a time.</summary>
    public interface IBrokerLink
    {
        /// <summary>Connects, with a will that says <c>offline</c> on <paramref name="statusTopic"/>, retained.</summary>
        /// <exception cref="LinkException">The broker cannot be reached or verified, or refuses the device.</exception>
        void Open(string statusTopic, IBrokerListener listener);

        /// <summary>Subscribes with QoS 1 and waits for the broker's consent to all of them.</summary>
        /// <exception cref="LinkException">The broker refuses one, or does not answer in time.</exception>
        void Subscribe(string[] topics);

        /// <summary>Hands a message to the connection, which sends it in the background.</summary>
        /// <param name="topic">Where to.</param>
        /// <param name="payload">The message.</param>
        /// <param name="retain">Whether the broker keeps it for later subscribers.</param>
        /// <param name="confirmed">QoS 1 where true, else QoS 0.</param>
        /// <exception cref="LinkException">It is closed.</exception>
        void Publish(string topic, byte[] payload, bool retain, bool confirmed);

        /// <summary>Whether the connection stands.</summary>
        bool IsOpen { get; }

        /// <summary>Closes the connection, ends its threads and forgets its listener. Harmless where there is none.</summary>
        void Close();
    }

    /// <summary>Hears from a connection, on a thread of its own.</summary>
    public interface IBrokerListener
    {
        /// <summary>A message came.</summary>
        void OnMessage(string topic, byte[] payload, bool retained);

        /// <summary>The connection is gone.</summary>
        void OnClosed();
    }
}
