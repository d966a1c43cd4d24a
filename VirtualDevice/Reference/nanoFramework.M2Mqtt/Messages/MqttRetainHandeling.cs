namespace nanoFramework.M2Mqtt.Messages
{
    /// <summary>When a subscription brings retained messages, MQTT 5.0 only (OASIS MQTT 5.0, 3.8.3.1); spelt as in the library.</summary>
    public enum MqttRetainHandeling
    {
        AllTime = 0,
        SubscribeTimeOnly = 1,
        NoRetain = 2
    }
}
