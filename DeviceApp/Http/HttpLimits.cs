namespace SecureEsp.DeviceApp.Http
{
    /// <summary>How much of a response is taken; each in bytes unless said otherwise.</summary>
    public sealed class HttpLimits
    {
        /// <summary>Longest line of the head or of a chunked body, without its line end.</summary>
        public int Line = 1024;

        /// <summary>Status line, headers and trailers together, interim responses included.</summary>
        public int Head = 8192;

        /// <summary>The body, decoded.</summary>
        public long Body = 65536;
    }
}
