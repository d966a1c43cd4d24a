using System.Text;
using SecureEsp.DeviceApp.Web;

namespace SecureEsp.DeviceApp.Web.Tests.Fakes
{
    /// <summary>One file.</summary>
    public sealed class FakeFiles : IWebFiles, IWebFile
    {
        private readonly string _path;
        private readonly byte[] _bytes;
        private int _at;

        public FakeFiles(string path, string content)
        {
            _path = path;
            _bytes = Encoding.UTF8.GetBytes(content);
        }

        public long Length
        {
            get { return _bytes.Length; }
        }

        public IWebFile Open(string path)
        {
            _at = 0;
            return path == _path ? this : null;
        }

        public void Seek(long position)
        {
            _at = (int)position;
        }

        // A few at a time, as a flash may give them.
        public int Read(byte[] buffer, int offset, int count)
        {
            var part = _bytes.Length - _at < 3 ? _bytes.Length - _at : 3;
            part = part < count ? part : count;
            System.Array.Copy(_bytes, _at, buffer, offset, part);
            _at += part;
            return part;
        }

        public void Close()
        {
        }
    }
}
