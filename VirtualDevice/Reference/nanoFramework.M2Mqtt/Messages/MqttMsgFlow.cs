namespace nanoFramework.M2Mqtt.Messages
{
    /// <summary>Direction of a delivery: from this client, or to it.</summary>
    public enum MqttMsgFlow
    {
        ToPublish = 0,
        ToAcknowledge = 1
    }
}
