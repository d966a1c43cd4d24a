namespace nanoFramework.M2Mqtt
{
    /// <summary>TLS version of a secure connection. Only None, TLSv1_2 and TLSv1_3 are accepted when connecting.</summary>
    public enum MqttSslProtocols
    {
        /// <summary>TLS 1.3 only on a secure connection, because the firmware reads "none" so.</summary>
        None,
        /// <summary>Refused with ArgumentException.</summary>
        SSLv3,
        /// <summary>Refused with ArgumentException.</summary>
        TLSv1_0,
        /// <summary>Refused with ArgumentException.</summary>
        TLSv1_1,
        /// <summary>TLS 1.2 only.</summary>
        TLSv1_2,
        /// <summary>TLS 1.3 only.</summary>
        TLSv1_3
    }
}
