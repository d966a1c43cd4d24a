namespace SecureEsp.DeviceApp.Web
{
    /// <summary>Answers requests. Called by several threads, each with a request and response of its own.</summary>
    public interface IWebHandler
    {
        /// <summary>Answers one request.</summary>
        /// <returns>False where it is not this handler's; nothing was started then, and the next one is asked. The last answer is 404.</returns>
        bool Answer(WebRequest request, WebResponse response);
    }
}
