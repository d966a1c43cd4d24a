namespace nanoFramework.M2Mqtt.Exceptions
{
    /// <summary>What a <see cref="MqttClientException"/> is about.</summary>
    public enum MqttClientErrorCode
    {
        /// <summary>Will flag, topic, message, retain and QoS do not go together.</summary>
        WillWrong = 1,
        /// <summary>Keep-alive period out of range.</summary>
        KeepAliveWrong,
        /// <summary>A wildcard in a topic that is published to.</summary>
        TopicWildcard,
        /// <summary>A topic is empty or longer than 65535 bytes.</summary>
        TopicLength,
        /// <summary>QoS outside 0 to 2.</summary>
        QosNotAllowed,
        /// <summary>No topic filter given.</summary>
        TopicsEmpty,
        /// <summary>No QoS given.</summary>
        QosLevelsEmpty,
        /// <summary>Not one QoS for each topic filter.</summary>
        TopicsQosLevelsNotMatch,
        /// <summary>The peer sent what it must not send, or a malformed packet.</summary>
        WrongBrokerMessage,
        /// <summary>A packet that needs an identifier has none.</summary>
        WrongMessageId,
        /// <summary>As many messages wait as MqttSettings.InflightQueueSize allows.</summary>
        InflightQueueFull,
        /// <summary>Reserved bits of a fixed header are wrong.</summary>
        InvalidFlagBits,
        /// <summary>Reserved bit of the connect flags is set.</summary>
        InvalidConnectFlags,
        /// <summary>An empty client identifier without a clean session.</summary>
        InvalidClientId,
        /// <summary>Neither MQTT nor MQIsdp.</summary>
        InvalidProtocolName
    }
}
