using System.Text;
using SecureEsp.DeviceApp.Web;

namespace SecureEsp.DeviceApp.Web.Tests.Fakes
{
    /// <summary>A peer that says what it is told to, in parts, and hears everything. A part "" is a time in which nothing comes.</summary>
    public sealed class FakeConnection : IWebConnection
    {
        private readonly FakeWebClock _clock;
        private readonly string[] _parts;
        private int _part;
        private int _at;

        public FakeConnection(FakeWebClock clock, params string[] parts)
        {
            _clock = clock;
            _parts = parts;
        }

        public StringBuilder Heard { get; } = new StringBuilder();

        public bool Closes { get; set; } = true;

        public bool WritesFail { get; set; }

        public int Writes { get; private set; }

        /// <summary>How many parts nobody has read to their end.</summary>
        public int Unread
        {
            get { return _parts.Length - _part; }
        }

        public bool IsWanted
        {
            get { return _part >= WantedAfter; }
            set { WantedAfter = value ? 0 : int.MaxValue; }
        }

        public int WantedAfter { get; set; } = int.MaxValue;

        public int Read(byte[] buffer, int offset, int count, int timeoutMs)
        {
            if (_part == _parts.Length)
            {
                _clock.Milliseconds += Closes ? 0 : timeoutMs;
                return Closes ? 0 : -1;
            }

            var part = Encoding.UTF8.GetBytes(_parts[_part]);
            if (part.Length == 0)
            {
                _part++;
                _clock.Milliseconds += timeoutMs;
                return -1;
            }

            var read = part.Length - _at < count ? part.Length - _at : count;
            System.Array.Copy(part, _at, buffer, offset, read);
            _at += read;
            if (_at == part.Length)
            {
                _part++;
                _at = 0;
            }

            return read;
        }

        public bool Write(byte[] buffer, int offset, int count)
        {
            Writes++;
            if (!WritesFail)
            {
                Heard.Append(Encoding.UTF8.GetString(buffer, offset, count));
            }

            return !WritesFail;
        }
    }

    /// <summary>Time that passes only while somebody waits.</summary>
    public sealed class FakeWebClock : IWebClock
    {
        public long Milliseconds { get; set; }
    }
}
