namespace System.Net
{
    /// <summary>Versions of HTTP.</summary>
    public class HttpVersion
    {
        /// <summary>HTTP/1.0.</summary>
        public static readonly Version Version10 = new Version(1, 0);

        /// <summary>HTTP/1.1.</summary>
        public static readonly Version Version11 = new Version(1, 1);
    }
}
