using System.Text;
using SecureEsp.DeviceApp.Web.Page;

namespace SecureEsp.DeviceApp.Web
{
    /// <summary>
    /// The files of the built-in page. They are constants of the firmware, so that a board with an empty flash has them, and so that no
    /// update of the firmware leaves an old page behind; a file of the same name on the flash comes before them.
    /// </summary>
    public sealed class BuiltInFiles : IWebFiles
    {
        /// <summary>What the page may load: only from this device, and no inline script.</summary>
        public const string Policy =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

        /// <inheritdoc/>
        public IWebFile Open(string path)
        {
            switch (path)
            {
                case "/index.html": return new TextFile(PageHtml.Text);
                case "/page.js": return new TextFile(PageScript.Text);
                case "/page.css": return new TextFile(PageStyle.Text);
                default: return null;
            }
        }

        private sealed class TextFile : IWebFile
        {
            private readonly byte[] _bytes;
            private int _at;

            public TextFile(string text)
            {
                _bytes = Encoding.UTF8.GetBytes(text);
            }

            public long Length
            {
                get { return _bytes.Length; }
            }

            public void Seek(long position)
            {
                _at = (int)position;
            }

            public int Read(byte[] buffer, int offset, int count)
            {
                var part = _bytes.Length - _at < count ? _bytes.Length - _at : count;
                System.Array.Copy(_bytes, _at, buffer, offset, part);
                _at += part;
                return part;
            }

            public void Close()
            {
            }
        }
    }
}
