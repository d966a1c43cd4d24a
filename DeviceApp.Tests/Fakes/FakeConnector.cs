using System.Collections;
using System.Text;
using SecureEsp.DeviceApp.Http;
using SecureEsp.DeviceApp.Tls;

namespace SecureEsp.DeviceApp.Tests.Fakes
{
    /// <summary>Opens connections that answer from a script, one entry for each read. An empty entry is the other side's close, null a time-out.</summary>
    public sealed class FakeConnector : IConnector
    {
        private readonly Queue _scripts = new Queue();

        /// <summary>How many connections were opened.</summary>
        public int Opened;

        /// <summary>How many were closed.</summary>
        public int Closed;

        /// <summary>Everything that was sent.</summary>
        public string Sent = "";

        /// <summary>Adds a connection.</summary>
        public void Add(params string[] answers)
        {
            _scripts.Enqueue(answers);
        }

        public IConnection Open(string host, int port)
        {
            Opened++;
            if (_scripts.Count == 0)
            {
                throw new LinkException(SocketErrors.Explain(10061));
            }

            return new Connection(this, (string[])_scripts.Dequeue());
        }

        private sealed class Connection : IConnection
        {
            private readonly FakeConnector _owner;
            private readonly string[] _answers;
            private int _next;

            public Connection(FakeConnector owner, string[] answers)
            {
                _owner = owner;
                _answers = answers;
            }

            public int Read(byte[] buffer, int offset, int count, int timeoutMs)
            {
                var answer = _next < _answers.Length ? _answers[_next++] : null;
                if (answer == null)
                {
                    throw new LinkException(SocketErrors.Explain(SocketErrors.TimedOut));
                }

                var bytes = Encoding.UTF8.GetBytes(answer);
                System.Array.Copy(bytes, 0, buffer, offset, bytes.Length);
                return bytes.Length;
            }

            public void Write(byte[] bytes, int offset, int count)
            {
                _owner.Sent += Encoding.UTF8.GetString(bytes, offset, count);
            }

            public void Close()
            {
                _owner.Closed++;
            }
        }
    }
}
