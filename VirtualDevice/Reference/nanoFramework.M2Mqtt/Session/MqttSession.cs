using System.Collections;

namespace nanoFramework.M2Mqtt.Session
{
    /// <summary>What outlives a connection: deliveries of QoS 1 and 2 that are not complete.</summary>
    public abstract class MqttSession
    {
        /// <summary>Makes a session without an identifier.</summary>
        public MqttSession()
            : this(null)
        {
        }

        /// <summary>Makes a session.</summary>
        public MqttSession(string clientId)
        {
            ClientId = clientId;
            InflightMessages = new Hashtable();
        }

        /// <summary>Client identifier.</summary>
        public string ClientId { get; set; }

        /// <summary>Deliveries (MqttMsgContext) by their key.</summary>
        public Hashtable InflightMessages { get; set; }

        /// <summary>Forgets everything.</summary>
        public virtual void Clear()
        {
            ClientId = null;
            InflightMessages.Clear();
        }
    }
}
