namespace SecureEsp.DeviceApp.Web
{
    /// <summary>
    /// Whether a browser sends a request by itself or for another web site. It shows an operator's certificate in both cases, so
    /// without this rule any page that an operator looks at could command the device.
    /// </summary>
    public static class OriginRule
    {
        private const string Scheme = "https://";

        /// <summary>False where another site is behind it. Programs that are no browsers send neither header.</summary>
        public static bool Allows(WebRequest request)
        {
            var site = request.Header("Sec-Fetch-Site");
            if (site != null && site != "same-origin" && site != "none")
            {
                return false;
            }

            var origin = request.Header("Origin");
            return origin == null || origin == Scheme + request.Header("Host");
        }
    }
}
