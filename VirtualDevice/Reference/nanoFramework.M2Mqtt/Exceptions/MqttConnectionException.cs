using System;

namespace nanoFramework.M2Mqtt.Exceptions
{
    /// <summary>The network connection or its TLS handshake failed.</summary>
    public class MqttConnectionException : Exception
    {
        /// <summary>Makes the exception with its cause.</summary>
        public MqttConnectionException(string message, Exception innerException)
            : base(message, innerException)
        {
        }
    }
}
