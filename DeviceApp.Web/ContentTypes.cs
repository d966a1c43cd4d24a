namespace SecureEsp.DeviceApp.Web
{
    /// <summary>Media types by the end of a file's name.</summary>
    public static class ContentTypes
    {
        /// <summary>That of a file; <c>application/octet-stream</c> where the name does not tell.</summary>
        public static string Of(string path)
        {
            var dot = path.LastIndexOf('.');
            switch (dot < 0 ? "" : path.Substring(dot + 1).ToLower())
            {
                case "html":
                case "htm": return "text/html; charset=utf-8";
                case "css": return "text/css; charset=utf-8";
                case "js": return "text/javascript; charset=utf-8";
                case "json": return "application/json";
                case "txt": return "text/plain; charset=utf-8";
                default: return Image(path.Substring(dot + 1).ToLower());
            }
        }

        private static string Image(string extension)
        {
            switch (extension)
            {
                case "svg": return "image/svg+xml";
                case "png": return "image/png";
                case "jpg":
                case "jpeg": return "image/jpeg";
                case "gif": return "image/gif";
                case "ico": return "image/x-icon";
                default: return "application/octet-stream";
            }
        }
    }
}
