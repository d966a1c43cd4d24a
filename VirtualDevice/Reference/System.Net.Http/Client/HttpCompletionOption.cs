namespace System.Net.Http
{
    /// <summary>When a request counts as complete.</summary>
    public enum HttpCompletionOption
    {
        ResponseContentRead = 0,
        ResponseHeadersRead = 1
    }
}
