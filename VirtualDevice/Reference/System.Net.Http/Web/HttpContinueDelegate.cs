namespace System.Net
{
    /// <summary>Handles the answer 100 Continue.</summary>
    public delegate void HttpContinueDelegate(int statusCode, WebHeaderCollection httpHeaders);
}
