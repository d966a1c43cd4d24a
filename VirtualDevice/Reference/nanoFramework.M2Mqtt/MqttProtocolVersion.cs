namespace nanoFramework.M2Mqtt
{
    /// <summary>Protocol level that CONNECT announces.</summary>
    public enum MqttProtocolVersion
    {
        /// <summary>MQTT 3.1.</summary>
        Version_3_1 = 0x03,
        /// <summary>MQTT 3.1.1, the default.</summary>
        Version_3_1_1 = 0x04,
        /// <summary>MQTT 5.0.</summary>
        Version_5 = 0x05
    }
}
