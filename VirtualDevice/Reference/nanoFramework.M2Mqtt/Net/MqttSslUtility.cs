using System;
using System.Net.Security;

namespace nanoFramework.M2Mqtt
{
    /// <summary>Maps the TLS versions of this library to those of SslStream.</summary>
    public static class MqttSslUtility
    {
        /// <summary>None stays None, which SslStream reads as TLS 1.3 only.</summary>
        /// <exception cref="ArgumentException">SSLv3, TLSv1_0 and TLSv1_1.</exception>
        public static SslProtocols ToSslPlatformEnum(MqttSslProtocols mqttSslProtocol)
        {
            switch (mqttSslProtocol)
            {
                case MqttSslProtocols.None:
                    return SslProtocols.None;
                case MqttSslProtocols.TLSv1_2:
                    return SslProtocols.Tls12;
                case MqttSslProtocols.TLSv1_3:
                    return SslProtocols.Tls13;
                default:
                    throw new ArgumentException("this TLS version is not offered by the device");
            }
        }
    }
}
