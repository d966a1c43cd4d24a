namespace SecureEsp.DeviceApp.Console
{
    /// <summary>A console whose last lines can be read again.</summary>
    public sealed class RecentConsole : IConsole
    {
        private const int Lines = 48;
        private const int Longest = 160;

        private readonly IConsole _console;
        private readonly string[] _stages = new string[Lines];
        private readonly string[] _texts = new string[Lines];
        private readonly object _lock = new object();
        private int _next;

        /// <summary>Writes to <paramref name="console"/>.</summary>
        public RecentConsole(IConsole console)
        {
            _console = console;
        }

        /// <inheritdoc/>
        public bool HasTyped
        {
            get { return _console.HasTyped; }
        }

        /// <summary>The last lines, oldest first, each cut at 160 characters.</summary>
        public string[] Recent()
        {
            lock (_lock)
            {
                var count = _next < Lines ? _next : Lines;
                var lines = new string[count];
                for (var i = 0; i < count; i++)
                {
                    var at = (_next - count + i) % Lines;
                    lines[i] = Cut("[" + _stages[at] + "] " + _texts[at]);
                }

                return lines;
            }
        }

        /// <inheritdoc/>
        public void WriteLine(string stage, string text)
        {
            lock (_lock)
            {
                _stages[_next % Lines] = stage;
                _texts[_next % Lines] = Cut(text);
                _next++;
            }

            _console.WriteLine(stage, text);
        }

        /// <inheritdoc/>
        public void Write(byte[] bytes, int offset, int count)
        {
            _console.Write(bytes, offset, count);
        }

        /// <inheritdoc/>
        public int ReadByte(int timeoutMs)
        {
            return _console.ReadByte(timeoutMs);
        }

        private static string Cut(string text)
        {
            return text.Length <= Longest ? text : text.Substring(0, Longest);
        }
    }
}
