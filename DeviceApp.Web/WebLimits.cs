namespace SecureEsp.DeviceApp.Web
{
    /// <summary>How much of a request is taken; each in bytes unless said otherwise. All buffers have these sizes, whatever a peer sends.</summary>
    public static class WebLimits
    {
        /// <summary>The request line without its end; beyond it the answer is 414.</summary>
        public const int RequestLine = 2048;

        /// <summary>The path, decoded; beyond it the answer is 414.</summary>
        public const int Path = 256;

        /// <summary>One header line without its end; beyond it the answer is 431.</summary>
        public const int HeaderLine = 1024;

        /// <summary>Request line and headers together, without line ends; beyond it the answer is 431.</summary>
        public const int Head = 4096;

        /// <summary>Number of headers; beyond it the answer is 431.</summary>
        public const int Headers = 40;

        /// <summary>The body, decoded; beyond it the answer is 413.</summary>
        public const int Body = 4608;

        /// <summary>A chunk's size line with its extensions; beyond it the answer is 400.</summary>
        public const int ChunkLine = 128;

        /// <summary>The lines behind the last chunk together; beyond it the answer is 431. They are dropped.</summary>
        public const int Trailers = 1024;

        /// <summary>Milliseconds from a request's first byte to the end of its head.</summary>
        public const int HeadMs = 10000;

        /// <summary>Milliseconds from the end of the head to the end of the body.</summary>
        public const int BodyMs = 20000;

        /// <summary>Milliseconds that a connection may stay open without a request.</summary>
        public const int IdleMs = 30000;

        /// <summary>Milliseconds after which a connection without a request gives way to somebody who waits for its place.</summary>
        public const int GiveWayMs = 1000;

        /// <summary>Milliseconds for which a refused peer is still listened to, so that it can read why.</summary>
        public const int DrainMs = 1000;
    }
}
