using System.Net.Http.Http.Headers;
using System.Text;

namespace System.Net.Http
{
    /// <summary>A body of text.</summary>
    public class StringContent : ByteArrayContent
    {
        /// <summary>Makes a body of type text/plain.</summary>
        public StringContent(string content)
            : this(content, null, null)
        {
        }

        /// <summary>Makes a body of type text/plain.</summary>
        public StringContent(string content, Encoding encoding)
            : this(content, encoding, null)
        {
        }

        /// <summary>Makes a body; its type always names the character set utf-8.</summary>
        public StringContent(string content, Encoding encoding, string mediaType)
            : base((encoding ?? Encoding.UTF8).GetBytes(content ?? throw new ArgumentNullException()))
        {
            Headers.ContentType = new MediaTypeHeaderValue(mediaType ?? "text/plain") { CharSet = "utf-8" };
        }
    }
}
