namespace SecureEsp.DeviceApp.Console
{
    /// <summary>A console that leaves out what is below its level. What is written as on any console is of level Info.</summary>
    public sealed class LeveledConsole : IConsole
    {
        private readonly IConsole _console;

        /// <summary>Writes to <paramref name="console"/>.</summary>
        public LeveledConsole(IConsole console)
        {
            _console = console;
        }

        /// <summary>How much it tells, until the next boot.</summary>
        public LogLevel Level { get; set; } = LogLevel.Info;

        /// <inheritdoc/>
        public bool HasTyped
        {
            get { return _console.HasTyped; }
        }

        /// <summary>Writes a failure, a question or an answer: at every level.</summary>
        public void Tell(string stage, string text)
        {
            _console.WriteLine(stage, text);
        }

        /// <inheritdoc/>
        public void WriteLine(string stage, string text)
        {
            if (Level != LogLevel.Error)
            {
                _console.WriteLine(stage, text);
            }
        }

        /// <summary>Writes what only someone who looks for a fault wants to see.</summary>
        public void Debug(string stage, string text)
        {
            if (Level == LogLevel.Debug)
            {
                _console.WriteLine(stage, text);
            }
        }

        /// <inheritdoc/>
        public void Write(byte[] bytes, int offset, int count)
        {
            if (Level != LogLevel.Error)
            {
                _console.Write(bytes, offset, count);
            }
        }

        /// <inheritdoc/>
        public int ReadByte(int timeoutMs)
        {
            return _console.ReadByte(timeoutMs);
        }
    }
}
