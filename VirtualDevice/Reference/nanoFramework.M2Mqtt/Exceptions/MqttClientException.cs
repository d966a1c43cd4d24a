using System;

namespace nanoFramework.M2Mqtt.Exceptions
{
    /// <summary>A request that cannot be sent, or an answer that cannot be right.</summary>
    public class MqttClientException : Exception
    {
        /// <summary>Makes the exception for a code.</summary>
        public MqttClientException(MqttClientErrorCode errorCode)
        {
            ErrorCode = errorCode;
        }

        /// <summary>What is wrong.</summary>
        public MqttClientErrorCode ErrorCode { get; set; }
    }
}
