namespace SecureEsp.DeviceApp.Web
{
    /// <summary>Reason phrases (RFC 9110 section 15).</summary>
    public static class WebStatus
    {
        /// <summary>The words for a status.</summary>
        public static string Words(int status)
        {
            switch (status)
            {
                case 200: return "OK";
                case 202: return "Accepted";
                case 204: return "No Content";
                case 206: return "Partial Content";
                case 303: return "See Other";
                case 304: return "Not Modified";
                case 400: return "Bad Request";
                case 403: return "Forbidden";
                case 404: return "Not Found";
                case 405: return "Method Not Allowed";
                case 408: return "Request Timeout";
                case 409: return "Conflict";
                case 413: return "Content Too Large";
                case 414: return "URI Too Long";
                case 415: return "Unsupported Media Type";
                case 416: return "Range Not Satisfiable";
                case 417: return "Expectation Failed";
                case 429: return "Too Many Requests";
                case 431: return "Request Header Fields Too Large";
                case 500: return "Internal Server Error";
                case 501: return "Not Implemented";
                case 503: return "Service Unavailable";
                case 505: return "HTTP Version Not Supported";
                default: return "Status";
            }
        }

        /// <summary>Whether an answer of this status has a body at all.</summary>
        public static bool HasBody(int status)
        {
            return status >= 200 && status != 204 && status != 304;
        }
    }
}
