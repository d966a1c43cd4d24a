using System;
using System.Collections;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Internal;
using nanoFramework.M2Mqtt.Messages;

namespace nanoFramework.M2Mqtt
{
    // Publishing and subscribing. Everything is queued and sent by the connection's own thread: what is wrong with a topic shows
    // there, as the end of the connection, and what is queued while there is no connection is sent by the next one.
    public partial class MqttClient
    {
        /// <inheritdoc/>
        public ushort Subscribe(string[] topics, MqttQoSLevel[] qosLevels)
        {
            MqttMsgSubscribe subscribe = new MqttMsgSubscribe(topics, qosLevels) { MessageId = NextMessageId() };
            _inflight.Enqueue(subscribe);
            return subscribe.MessageId;
        }

        /// <inheritdoc/>
        public ushort Unsubscribe(string[] topics)
        {
            MqttMsgUnsubscribe unsubscribe = new MqttMsgUnsubscribe(topics) { MessageId = NextMessageId() };
            _inflight.Enqueue(unsubscribe);
            return unsubscribe.MessageId;
        }

        /// <inheritdoc/>
        public ushort Publish(string topic, byte[] message)
        {
            return Publish(topic, message, null, null, MqttQoSLevel.AtMostOnce, false);
        }

        /// <inheritdoc/>
        public ushort Publish(string topic, byte[] message, string contentType)
        {
            return Publish(topic, message, contentType, null, MqttQoSLevel.AtMostOnce, false);
        }

        /// <summary>Publishes with QoS 0, not retained; contentType and userProperties are for MQTT 5.0 only.</summary>
        public ushort Publish(string topic, byte[] message, string contentType, ArrayList userProperties)
        {
            return Publish(topic, message, contentType, userProperties, MqttQoSLevel.AtMostOnce, false);
        }

        /// <summary>Publishes; contentType and userProperties are for MQTT 5.0 only. For QoS 1 and 2 MqttMsgPublished tells the outcome.</summary>
        /// <exception cref="MqttClientException">InflightQueueFull.</exception>
        /// <exception cref="NotSupportedException">A content type or user properties before MQTT 5.0.</exception>
        /// <exception cref="ArgumentException">Something else than a UserProperty among the user properties.</exception>
        public ushort Publish(string topic, byte[] message, string contentType, ArrayList userProperties, MqttQoSLevel qosLevel, bool retain)
        {
            MqttMsgPublish publish = new MqttMsgPublish(topic, message, false, qosLevel, retain) { MessageId = NextMessageId() };
            AddProperties(publish, contentType, userProperties);
            if (!_inflight.Enqueue(publish))
            {
                throw new MqttClientException(MqttClientErrorCode.InflightQueueFull);
            }

            return publish.MessageId;
        }

        void IConnectionOwner.Dispatch(InternalEvent item)
        {
            MqttMsgBase message = ((MsgInternalEvent)item).Message;
            switch (message.Type)
            {
                case MqttMessageType.SubscribeAck:
                    MqttMsgSuback suback = (MqttMsgSuback)message;
                    MqttMsgSubscribed?.Invoke(this, new MqttMsgSubscribedEventArgs(suback.MessageId, suback.GrantedQoSLevels));
                    break;
                case MqttMessageType.UnsubscribeAck:
                    MqttMsgUnsubscribed?.Invoke(this, new MqttMsgUnsubscribedEventArgs(message.MessageId));
                    break;
                default:
                    if (item is MsgPublishedInternalEvent published)
                    {
                        MqttMsgPublished?.Invoke(this, new MqttMsgPublishedEventArgs(message.MessageId, published.IsPublished));
                    }
                    else
                    {
                        MqttMsgPublish received = (MqttMsgPublish)message;
                        MqttMsgPublishReceived?.Invoke(
                            this, new MqttMsgPublishEventArgs(received.Topic, received.Message, received.DupFlag, received.QosLevel, received.Retain));
                    }

                    break;
            }
        }

        private void AddProperties(MqttMsgPublish publish, string contentType, ArrayList userProperties)
        {
            bool hasUserProperties = userProperties != null && userProperties.Count > 0;
            if (ProtocolVersion != MqttProtocolVersion.Version_5 && (hasUserProperties || !string.IsNullOrEmpty(contentType)))
            {
                throw new NotSupportedException();
            }

            for (int i = 0; hasUserProperties && i < userProperties.Count; i++)
            {
                if (!(userProperties[i] is UserProperty))
                {
                    throw new ArgumentException();
                }
            }

            publish.ContentType = contentType;
            if (hasUserProperties)
            {
                publish.UserProperties = userProperties;
            }
        }

        /// <summary>1 to 65535, then again from 1.</summary>
        private ushort NextMessageId()
        {
            lock (_lock)
            {
                _lastMessageId = _lastMessageId == ushort.MaxValue ? (ushort)1 : (ushort)(_lastMessageId + 1);
                return _lastMessageId;
            }
        }
    }
}
