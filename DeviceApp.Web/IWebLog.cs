namespace SecureEsp.DeviceApp.Web
{
    /// <summary>What happened on a connection. Called by several threads.</summary>
    public interface IWebLog
    {
        /// <summary>A request was answered.</summary>
        /// <param name="bytes">Those of the body that left.</param>
        void Answered(string method, string path, int status, long bytes);

        /// <summary>What was sent was no request that is taken.</summary>
        /// <param name="why">One sentence without a full stop; says nothing of what the peer chose.</param>
        void Refused(int status, string why);

        /// <summary>A handler failed.</summary>
        void Failed(string path, System.Exception exception);
    }
}
