namespace SecureEsp.DeviceApp.Http
{
    /// <summary>Where a response goes while it arrives. Interim responses (1xx) are not passed on.</summary>
    public interface IHttpResponseSink
    {
        /// <summary>The status line, first.</summary>
        void OnStatusLine(string line);

        /// <summary>One header, in the order of the response.</summary>
        void OnHeader(string name, string value);

        /// <summary>All headers are there; a body may follow.</summary>
        void OnHeadersEnd();

        /// <summary>A part of the body, decoded. The buffer is only lent.</summary>
        void OnBody(byte[] buffer, int offset, int count);
    }
}
