namespace nanoFramework.M2Mqtt
{
    /// <summary>Carries the bytes between client and broker.</summary>
    public interface IMqttNetworkChannel
    {
        /// <summary>True where at least one byte can be read without waiting.</summary>
        bool DataAvailable { get; }

        /// <summary>False connects without verifying the peer's certificate.</summary>
        bool ValidateServerCertificate { get; set; }

        /// <summary>Fills the buffer; returns its length, or 0 where the peer has closed.</summary>
        int Receive(byte[] buffer);

        /// <summary>As Receive, but returns 0 where nothing arrives within the time-out (milliseconds).</summary>
        int Receive(byte[] buffer, int timeout);

        /// <summary>Sends the whole buffer; returns its length.</summary>
        int Send(byte[] buffer);

        /// <summary>Closes the connection.</summary>
        void Close();

        /// <summary>Connects, and performs the TLS handshake where there is one.</summary>
        void Connect();

        /// <summary>Accepts a connection.</summary>
        void Accept();
    }
}
