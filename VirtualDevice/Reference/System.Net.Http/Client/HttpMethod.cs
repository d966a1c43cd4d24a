namespace System.Net.Http
{
    /// <summary>Method of a request (RFC 9110, 9; PATCH: RFC 5789).</summary>
    public class HttpMethod
    {
        private static readonly HttpMethod s_get = new HttpMethod("GET");
        private static readonly HttpMethod s_put = new HttpMethod("PUT");
        private static readonly HttpMethod s_post = new HttpMethod("POST");
        private static readonly HttpMethod s_delete = new HttpMethod("DELETE");
        private static readonly HttpMethod s_head = new HttpMethod("HEAD");
        private static readonly HttpMethod s_options = new HttpMethod("OPTIONS");
        private static readonly HttpMethod s_patch = new HttpMethod("PATCH");

        /// <summary>Makes a method.</summary>
        public HttpMethod(string method)
        {
            Method = string.IsNullOrEmpty(method) ? throw new ArgumentException() : method;
        }

        /// <summary>GET.</summary>
        public static HttpMethod Get => s_get;

        /// <summary>PUT.</summary>
        public static HttpMethod Put => s_put;

        /// <summary>POST.</summary>
        public static HttpMethod Post => s_post;

        /// <summary>DELETE.</summary>
        public static HttpMethod Delete => s_delete;

        /// <summary>HEAD.</summary>
        public static HttpMethod Head => s_head;

        /// <summary>OPTIONS.</summary>
        public static HttpMethod Options => s_options;

        /// <summary>PATCH.</summary>
        public static HttpMethod Patch => s_patch;

        /// <summary>Its name.</summary>
        public string Method { get; }
    }
}
