using nanoFramework.M2Mqtt.Exceptions;

namespace nanoFramework.M2Mqtt.Codec
{
    /// <summary>Rules for topics (OASIS MQTT 3.1.1, 4.7).</summary>
    internal static class TopicName
    {
        /// <summary>A topic or filter has 1 to 65535 characters.</summary>
        internal static void ExpectLength(string topic)
        {
            if (topic.Length < 1 || topic.Length > ushort.MaxValue)
            {
                throw new MqttClientException(MqttClientErrorCode.TopicLength);
            }
        }

        internal static bool HasWildcard(string topic)
        {
            return topic.IndexOf('#') >= 0 || topic.IndexOf('+') >= 0;
        }
    }
}
