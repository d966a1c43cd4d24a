using System;
using System.Collections;
using nanoFramework.M2Mqtt.Messages;

namespace nanoFramework.M2Mqtt
{
    /// <summary>What every MQTT client of nanoFramework offers, whatever carries its bytes.</summary>
    public interface IMqttClient
    {
        /// <summary>Handles an application message from the broker.</summary>
        public delegate void MqttMsgPublishEventHandler(object sender, MqttMsgPublishEventArgs e);

        /// <summary>Handles the end of a publication: acknowledged, or given up after its retries.</summary>
        public delegate void MqttMsgPublishedEventHandler(object sender, MqttMsgPublishedEventArgs e);

        /// <summary>Handles a SUBACK.</summary>
        public delegate void MqttMsgSubscribedEventHandler(object sender, MqttMsgSubscribedEventArgs e);

        /// <summary>Handles an UNSUBACK.</summary>
        public delegate void MqttMsgUnsubscribedEventHandler(object sender, MqttMsgUnsubscribedEventArgs e);

        /// <summary>Handles the end of a connection.</summary>
        public delegate void ConnectionClosedEventHandler(object sender, EventArgs e);

        /// <summary>A message has arrived.</summary>
        event MqttMsgPublishEventHandler MqttMsgPublishReceived;

        /// <summary>A QoS 1 or 2 publication has ended.</summary>
        event MqttMsgPublishedEventHandler MqttMsgPublished;

        /// <summary>A subscription was answered.</summary>
        event MqttMsgSubscribedEventHandler MqttMsgSubscribed;

        /// <summary>An unsubscription was answered.</summary>
        event MqttMsgUnsubscribedEventHandler MqttMsgUnsubscribed;

        /// <summary>The connection has ended.</summary>
        event ConnectionClosedEventHandler ConnectionClosed;

        /// <summary>True from an accepted CONNACK until the connection begins to close.</summary>
        bool IsConnected { get; }

        /// <summary>Names the broker and the certificates (PEM ending in NUL, or DER).</summary>
        void Init(string brokerHostName, int brokerPort, bool secure, byte[] caCert, byte[] clientCert, MqttSslProtocols sslProtocol);

        /// <summary>Connects; keepAlivePeriod is in seconds, 0 turns it off.</summary>
        MqttReasonCode Connect(
            string clientId,
            string username,
            string password,
            bool willRetain,
            MqttQoSLevel willQosLevel,
            bool willFlag,
            string willTopic,
            string willMessage,
            bool cleanSession,
            ushort keepAlivePeriod);

        /// <summary>Says goodbye to the broker, which then drops the will.</summary>
        void Disconnect();

        /// <summary>Subscribes; the answer comes as MqttMsgSubscribed with the returned message identifier.</summary>
        ushort Subscribe(string[] topics, MqttQoSLevel[] qosLevels);

        /// <summary>Unsubscribes; the answer comes as MqttMsgUnsubscribed with the returned message identifier.</summary>
        ushort Unsubscribe(string[] topics);

        /// <summary>Publishes; returns the message identifier.</summary>
        ushort Publish(
            string topic,
            byte[] message,
            string contentType,
            ArrayList userProperties,
            MqttQoSLevel qosLevel,
            bool retain);

        /// <summary>Publishes with QoS 0, not retained.</summary>
        ushort Publish(string topic, byte[] message, string contentType);

        /// <summary>Publishes with QoS 0, not retained.</summary>
        ushort Publish(string topic, byte[] message);

        /// <summary>Ends the connection without a DISCONNECT.</summary>
        void Close();
    }
}
