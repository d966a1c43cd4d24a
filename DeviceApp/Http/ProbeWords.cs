namespace SecureEsp.DeviceApp.Http
{
    /// <summary>What the answer to a probe says about the server.</summary>
    public static class ProbeWords
    {
        /// <summary>A sentence for the console.</summary>
        public static string Of(int status)
        {
            if (status == 401)
            {
                return "server verified; it asks for a client certificate (401)";
            }

            if (status >= 200 && status <= 299)
            {
                return "server verified; it serves without a client certificate (" + status.ToString() + ")";
            }

            return "server verified; it answered " + status.ToString();
        }
    }
}
