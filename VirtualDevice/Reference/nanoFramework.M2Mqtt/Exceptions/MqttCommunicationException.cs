using System;

namespace nanoFramework.M2Mqtt.Exceptions
{
    /// <summary>Bytes could not be exchanged with the broker, or it did not answer in time.</summary>
    public class MqttCommunicationException : Exception
    {
        /// <summary>Makes the exception without a cause.</summary>
        public MqttCommunicationException()
        {
        }

        /// <summary>Makes the exception with its cause.</summary>
        public MqttCommunicationException(Exception e)
            : base(string.Empty, e)
        {
        }
    }
}
