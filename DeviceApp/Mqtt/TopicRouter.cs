namespace SecureEsp.DeviceApp.Mqtt
{
    /// <summary>Decides what answers a message. Topics match exactly: a prefix would let one topic pass for another.</summary>
    public sealed class TopicRouter
    {
        /// <summary>Longest payload that is answered, in bytes.</summary>
        public const int MaxPayload = 1024;

        private readonly Topics _topics;

        /// <summary>Routes for one device.</summary>
        public TopicRouter(Topics topics)
        {
            _topics = topics;
        }

        /// <summary>The answer to a message; with <see cref="Answer.Refusal"/> set where there is none.</summary>
        public Answer Route(string topic, byte[] payload)
        {
            if (topic != _topics.Ping)
            {
                return Answer.None("no such topic");
            }

            if (payload.Length > MaxPayload)
            {
                return Answer.None("more than " + MaxPayload.ToString() + " bytes");
            }

            return Answer.On(_topics.Pong, payload);
        }
    }

    /// <summary>What to publish in answer to a message.</summary>
    public sealed class Answer
    {
        private Answer(string topic, byte[] payload, string refusal)
        {
            Topic = topic;
            Payload = payload;
            Refusal = refusal;
        }

        /// <summary>Where to publish; null where there is a <see cref="Refusal"/>.</summary>
        public string Topic { get; }

        /// <summary>What to publish.</summary>
        public byte[] Payload { get; }

        /// <summary>Why there is no answer; null where there is one.</summary>
        public string Refusal { get; }

        /// <summary>An answer.</summary>
        public static Answer On(string topic, byte[] payload)
        {
            return new Answer(topic, payload, null);
        }

        /// <summary>No answer.</summary>
        public static Answer None(string refusal)
        {
            return new Answer(null, null, refusal);
        }
    }
}
