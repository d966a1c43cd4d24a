using System.Text;
using SecureEsp.DeviceApp.Console;

namespace SecureEsp.DeviceApp.Tests.Fakes
{
    /// <summary>Remembers what is shown and types what the test wants; types nothing once that is used up.</summary>
    public sealed class FakeConsole : IConsole
    {
        private readonly StringBuilder _shown = new StringBuilder();
        private byte[] _typed = new byte[0];
        private int _next;

        /// <summary>How often a byte was asked for.</summary>
        public int Reads;

        /// <summary>Whether reading fails.</summary>
        public bool Broken;

        /// <summary>All that was shown.</summary>
        public string Shown
        {
            get { return _shown.ToString(); }
        }

        public bool HasTyped
        {
            get { return Broken ? throw new System.Exception("no port") : _next < _typed.Length; }
        }

        public void Type(string text)
        {
            _typed = Encoding.UTF8.GetBytes(text);
            _next = 0;
        }

        public void WriteLine(string stage, string text)
        {
            _shown.Append("[" + stage + "] " + text + "\n");
        }

        public void Write(byte[] bytes, int offset, int count)
        {
            _shown.Append(Encoding.UTF8.GetString(bytes, offset, count));
        }

        public int ReadByte(int timeoutMs)
        {
            Reads++;
            if (Broken)
            {
                throw new System.Exception("no port");
            }

            return _next < _typed.Length ? _typed[_next++] : -1;
        }
    }
}
