namespace SecureEsp.DeviceApp.Web
{
    /// <summary>Serves files: GET and HEAD, a part of a file, and nothing where the caller has it already.</summary>
    public sealed class FileHandler : IWebHandler
    {
        private const int BufferSize = 1024;

        private readonly IWebFiles _files;
        private readonly string _policy;

        /// <summary>Serves <paramref name="files"/>.</summary>
        /// <param name="files">Where they are.</param>
        /// <param name="policy">Content-Security-Policy of what is served; null for none.</param>
        public FileHandler(IWebFiles files, string policy)
        {
            _files = files;
            _policy = policy;
        }

        /// <inheritdoc/>
        public bool Answer(WebRequest request, WebResponse response)
        {
            var path = request.Path;
            if (path[path.Length - 1] == '/')
            {
                path += "index.html";
            }

            var file = SafeName.IsSafe(path) ? _files.Open(path) : null;
            if (file == null)
            {
                return false;
            }

            try
            {
                Serve(request, response, file, ContentTypes.Of(path));
                return true;
            }
            finally
            {
                file.Close();
            }
        }

        private void Serve(WebRequest request, WebResponse response, IWebFile file, string contentType)
        {
            if (!request.IsGet)
            {
                response.AddHeader("Allow", "GET, HEAD");
                response.Text(405, "text/plain", "405 Method Not Allowed\r\n");
                return;
            }

            var buffer = new byte[BufferSize];
            var tag = EntityTag.Of(file, buffer);
            AddHeaders(response, tag);
            if (EntityTag.IsIn(request.Header("If-None-Match"), tag))
            {
                response.Start(304, null, 0);
                return;
            }

            // A part of what the caller has only fits where it is still the same; a HEAD tells of the whole.
            var condition = request.Header("If-Range");
            var asked = request.IsHead || (condition != null && condition != tag) ? null : request.Header("Range");
            var range = ByteRange.Of(asked, file.Length);
            if (range.IsPart && range.IsBeyond)
            {
                response.AddHeader("Content-Range", "bytes */" + file.Length.ToString());
                response.Start(416, null, 0);
                return;
            }

            if (range.IsPart)
            {
                response.AddHeader(
                    "Content-Range", "bytes " + range.First.ToString() + "-" + (range.First + range.Length - 1).ToString() + "/" + file.Length.ToString());
            }

            response.Start(range.IsPart ? 206 : 200, contentType, range.Length);
            if (!request.IsHead)
            {
                Send(response, file, range, buffer);
            }
        }

        private void AddHeaders(WebResponse response, string tag)
        {
            if (tag != null)
            {
                response.AddHeader("ETag", tag);
            }

            response.AddHeader("Accept-Ranges", "bytes");
            response.AddHeader("Cache-Control", "no-cache");
            if (_policy != null)
            {
                response.AddHeader("Content-Security-Policy", _policy);
            }
        }

        private static void Send(WebResponse response, IWebFile file, ByteRange range, byte[] buffer)
        {
            file.Seek(range.First);
            var left = range.Length;
            while (left > 0)
            {
                var read = file.Read(buffer, 0, left < buffer.Length ? (int)left : buffer.Length);
                if (read <= 0 || !response.Write(buffer, 0, read))
                {
                    return;
                }

                left -= read;
            }
        }
    }
}
