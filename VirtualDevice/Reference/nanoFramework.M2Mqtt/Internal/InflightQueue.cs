using System.Collections;
using System.Threading;
using nanoFramework.M2Mqtt.Messages;
using nanoFramework.M2Mqtt.Session;

namespace nanoFramework.M2Mqtt.Internal
{
    /// <summary>
    /// Packets that wait to be sent or acknowledged, in their order, and the states of QoS 1 and 2 (OASIS MQTT 3.1.1, 4.3).
    /// Does no I/O: the sender asks it for the next packet, the receiver tells it what came.
    /// </summary>
    internal sealed class InflightQueue
    {
        private readonly ArrayList _contexts = new ArrayList();
        private readonly Queue _acknowledgements = new Queue();
        private readonly MqttSettings _settings;
        private MqttClientSession _session;

        internal InflightQueue(MqttSettings settings)
        {
            _settings = settings;
        }

        /// <summary>Set whenever there may be something to send.</summary>
        internal AutoResetEvent Changed { get; } = new AutoResetEvent(false);

        /// <summary>Queues a packet of the application; false where the queue is full.</summary>
        internal bool Enqueue(MqttMsgBase message)
        {
            MqttMsgContext context = new MqttMsgContext { Message = message, Flow = MqttMsgFlow.ToPublish, State = FirstState(message) };
            lock (_contexts)
            {
                if (_contexts.Count >= _settings.InflightQueueSize)
                {
                    return false;
                }

                Add(context);
            }

            Changed.Set();
            return true;
        }

        /// <summary>
        /// The next packet to send, or null. wait is then the time in milliseconds until something is due (-1: nothing). A packet
        /// that was sent too often is dropped; abandoned is then that packet if it was a PUBLISH, so that the application hears of it.
        /// </summary>
        internal MqttMsgBase Next(long now, out int wait, out MqttMsgBase abandoned)
        {
            wait = Timeout.Infinite;
            abandoned = null;
            lock (_contexts)
            {
                if (_acknowledgements.Count > 0)
                {
                    return (MqttMsgBase)_acknowledgements.Dequeue();
                }

                for (int i = 0; i < _contexts.Count; i++)
                {
                    MqttMsgContext context = (MqttMsgContext)_contexts[i];
                    if (InflightStates.IsWaiting(context.State))
                    {
                        long left = context.Timestamp + _settings.DelayOnRetry - now;
                        if (left > 0)
                        {
                            wait = wait < 0 || left < wait ? (int)left : wait;
                            continue;
                        }

                        if (context.Attempt >= _settings.AttemptsOnRetry)
                        {
                            Remove(context);
                            abandoned = context.Message.Type == MqttMessageType.Publish ? context.Message : null;
                            wait = 0;
                            return null;
                        }
                    }
                    else if (context.Flow == MqttMsgFlow.ToAcknowledge)
                    {
                        continue;
                    }

                    return Send(context, now);
                }
            }

            return null;
        }

        /// <summary>Takes the packet that PUBACK, PUBCOMP, SUBACK or UNSUBACK ends; null where none waits for it.</summary>
        internal MqttMsgBase Complete(MqttMsgBase acknowledgement, MqttMsgState state)
        {
            lock (_contexts)
            {
                MqttMsgContext context = Find(acknowledgement.MessageId, MqttMsgFlow.ToPublish, state);
                if (context == null)
                {
                    return null;
                }

                Remove(context);
                return context.Message;
            }
        }

        /// <summary>PUBREC: the message is with the broker, PUBREL is next.</summary>
        internal void Received(ushort messageId)
        {
            lock (_contexts)
            {
                MqttMsgContext context = Find(messageId, MqttMsgFlow.ToPublish, MqttMsgState.WaitForPubrec);
                if (context != null)
                {
                    context.State = MqttMsgState.SendPubrel;
                    context.Attempt = 0;
                }
            }

            Changed.Set();
        }

        /// <summary>Sends PUBACK for a message of QoS 1.</summary>
        internal void AcknowledgeOnce(MqttMsgPublish publish)
        {
            Acknowledge(new MqttMsgPuback { MessageId = publish.MessageId });
        }

        /// <summary>Keeps a message of QoS 2 until PUBREL and sends PUBREC; a repetition only has PUBREC sent again.</summary>
        internal void Hold(MqttMsgPublish publish)
        {
            lock (_contexts)
            {
                if (Find(publish.MessageId, MqttMsgFlow.ToAcknowledge, MqttMsgState.WaitForPubrel) == null)
                {
                    Add(new MqttMsgContext { Message = publish, Flow = MqttMsgFlow.ToAcknowledge, State = MqttMsgState.WaitForPubrel });
                }
            }

            Acknowledge(new MqttMsgPubrec { MessageId = publish.MessageId });
        }

        /// <summary>PUBREL: sends PUBCOMP and hands out the message; null where it was handed out before.</summary>
        internal MqttMsgPublish Release(ushort messageId)
        {
            MqttMsgPublish publish = null;
            lock (_contexts)
            {
                MqttMsgContext context = Find(messageId, MqttMsgFlow.ToAcknowledge, MqttMsgState.WaitForPubrel);
                if (context != null)
                {
                    publish = (MqttMsgPublish)context.Message;
                    Remove(context);
                }
            }

            Acknowledge(new MqttMsgPubcomp { MessageId = messageId });
            return publish;
        }

        /// <summary>Drops a packet that cannot be encoded, so that it is not tried again in the next connection.</summary>
        internal void Drop(MqttMsgBase message)
        {
            lock (_contexts)
            {
                MqttMsgContext context = Find(message.MessageId, MqttMsgFlow.ToPublish, InflightStates.AfterSending(FirstState(message)));
                if (context != null)
                {
                    Remove(context);
                }
            }
        }

        /// <summary>
        /// Goes on with the deliveries of the session; those of QoS 1 and 2 from now on belong to it. A PUBLISH that was sent before
        /// the connection broke is NOT sent again, although MQTT demands it: the real library drops it (MqttClient.ProcessInflightThread
        /// no longer finds it among the packets that wait for an answer), and firmware must not come to rely on more.
        /// </summary>
        internal void Restore(MqttClientSession session)
        {
            lock (_contexts)
            {
                _session = session;
                ArrayList kept = new ArrayList();
                foreach (MqttMsgContext context in session.InflightMessages.Values)
                {
                    kept.Add(context);
                }

                for (int i = 0; i < kept.Count; i++)
                {
                    MqttMsgContext context = (MqttMsgContext)kept[i];
                    if (InflightStates.IsLostByReconnect(context.State))
                    {
                        Remove(context);
                    }
                    else if (!_contexts.Contains(context))
                    {
                        context.State = InflightStates.AfterReconnect(context.State);
                        context.Attempt = 0;
                        _contexts.Add(context);
                    }
                }
            }

            Changed.Set();
        }

        /// <summary>Forgets what waits; a session keeps its own.</summary>
        internal void Clear()
        {
            lock (_contexts)
            {
                _contexts.Clear();
                _acknowledgements.Clear();
            }
        }

        private static MqttMsgState FirstState(MqttMsgBase message)
        {
            switch (message.Type)
            {
                case MqttMessageType.Subscribe:
                    return MqttMsgState.SendSubscribe;
                case MqttMessageType.Unsubscribe:
                    return MqttMsgState.SendUnsubscribe;
                default:
                    return message.QosLevel == MqttQoSLevel.AtMostOnce ? MqttMsgState.QueuedQos0
                        : message.QosLevel == MqttQoSLevel.AtLeastOnce ? MqttMsgState.QueuedQos1 : MqttMsgState.QueuedQos2;
            }
        }

        private MqttMsgBase Send(MqttMsgContext context, long now)
        {
            if (context.State == MqttMsgState.QueuedQos0)
            {
                _contexts.Remove(context);
                return context.Message;
            }

            bool release = context.State == MqttMsgState.SendPubrel || context.State == MqttMsgState.WaitForPubcomp;
            context.State = InflightStates.AfterSending(context.State);
            context.Timestamp = now;
            context.Attempt++;
            if (release)
            {
                return new MqttMsgPubrel { MessageId = context.Message.MessageId };
            }

            context.Message.DupFlag = context.Message.Type == MqttMessageType.Publish && context.Attempt > 1;
            return context.Message;
        }

        private void Acknowledge(MqttMsgBase acknowledgement)
        {
            lock (_contexts)
            {
                _acknowledgements.Enqueue(acknowledgement);
            }

            Changed.Set();
        }

        private MqttMsgContext Find(ushort messageId, MqttMsgFlow flow, MqttMsgState state)
        {
            for (int i = 0; i < _contexts.Count; i++)
            {
                MqttMsgContext context = (MqttMsgContext)_contexts[i];
                if (context.Message.MessageId == messageId && context.Flow == flow && context.State == state)
                {
                    return context;
                }
            }

            return null;
        }

        private void Add(MqttMsgContext context)
        {
            _contexts.Add(context);
            bool kept = context.Message.Type == MqttMessageType.Publish && context.Message.QosLevel != MqttQoSLevel.AtMostOnce;
            if (kept && _session != null)
            {
                _session.InflightMessages[context.Key] = context;
            }
        }

        private void Remove(MqttMsgContext context)
        {
            _contexts.Remove(context);
            if (_session != null && context.Message.Type == MqttMessageType.Publish)
            {
                _session.InflightMessages.Remove(context.Key);
            }
        }
    }
}
