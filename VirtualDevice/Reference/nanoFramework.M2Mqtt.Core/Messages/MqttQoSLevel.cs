namespace nanoFramework.M2Mqtt.Messages
{
    /// <summary>Quality of service of a delivery (OASIS MQTT 3.1.1, 4.3).</summary>
    public enum MqttQoSLevel
    {
        /// <summary>QoS 0: sent once, never acknowledged.</summary>
        AtMostOnce = 0x00,
        /// <summary>QoS 1: repeated until acknowledged.</summary>
        AtLeastOnce = 0x01,
        /// <summary>QoS 2: delivered once.</summary>
        ExactlyOnce = 0x02,
        /// <summary>In a SUBACK: the broker refused this subscription.</summary>
        GrantedFailure = 0x80
    }
}
