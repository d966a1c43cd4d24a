namespace System.Net
{
    /// <summary>A network address of any family.</summary>
    public abstract class EndPoint
    {
        /// <summary>Writes this end point as a socket address.</summary>
        public abstract SocketAddress Serialize();

        /// <summary>Reads an end point out of a socket address.</summary>
        public abstract EndPoint Create(SocketAddress socketAddress);
    }
}
