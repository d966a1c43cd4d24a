namespace System.Net.Http.Headers
{
    /// <summary>Header fields of a response.</summary>
    public sealed class HttpResponseHeaders : HttpHeaders
    {
        internal HttpResponseHeaders()
        {
        }
    }
}
