namespace nanoFramework.M2Mqtt.Session
{
    /// <summary>The client's half of a session.</summary>
    public class MqttClientSession : MqttSession
    {
        /// <summary>Makes a session.</summary>
        public MqttClientSession(string clientId)
            : base(clientId)
        {
        }
    }
}
