namespace SecureEsp.DeviceApp.Http
{
    /// <summary>What is wrong with a response.</summary>
    public enum HttpError
    {
        /// <summary>Nothing.</summary>
        None,

        /// <summary>A line exceeds <see cref="HttpLimits.Line"/>.</summary>
        LineTooLong,

        /// <summary>The head exceeds <see cref="HttpLimits.Head"/>.</summary>
        HeadTooLong,

        /// <summary>The body exceeds <see cref="HttpLimits.Body"/>.</summary>
        BodyTooLong,

        /// <summary>A control character, or a CR without LF, in a line.</summary>
        BadCharacter,

        /// <summary>No HTTP/1.x status line.</summary>
        BadStatusLine,

        /// <summary>A header line without a name, with a space before the colon, or folded.</summary>
        BadHeader,

        /// <summary>Content-Length is no number, differs from another one, or stands beside Transfer-Encoding.</summary>
        BadLength,

        /// <summary>A transfer encoding other than chunked.</summary>
        UnknownEncoding,

        /// <summary>A chunk's size or end is wrong.</summary>
        BadChunk,

        /// <summary>The connection was closed before the response was complete.</summary>
        Truncated,

        /// <summary>More came than the response says.</summary>
        Excess
    }

    /// <summary>The errors in words.</summary>
    public static class HttpErrorWords
    {
        /// <summary>One sentence without a full stop.</summary>
        public static string Of(HttpError error)
        {
            switch (error)
            {
                case HttpError.None: return "no error";
                case HttpError.LineTooLong: return "a line of the response is too long";
                case HttpError.HeadTooLong: return "the response's head is too long";
                case HttpError.BodyTooLong: return "the response's body is too long";
                case HttpError.BadCharacter: return "a control character stands in the response's head";
                case HttpError.BadStatusLine: return "the answer does not start as HTTP/1.x";
                case HttpError.BadHeader: return "a header line is malformed";
                case HttpError.BadLength: return "the response contradicts itself about its length";
                case HttpError.UnknownEncoding: return "the response's transfer encoding is not known";
                case HttpError.BadChunk: return "a chunk of the response is malformed";
                case HttpError.Truncated: return "the connection ended before the response was complete";
                case HttpError.Excess: return "more arrived than the response announced";
                default: return "the response cannot be understood";
            }
        }
    }
}
