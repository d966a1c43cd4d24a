namespace SecureEsp.DeviceApp.Console
{
    /// <summary>Reads a line that is not echoed.</summary>
    public sealed class HiddenLine
    {
        private readonly IConsole _console;
        private readonly LineEditor _editor = new LineEditor();

        /// <summary>Reads from <paramref name="console"/>.</summary>
        public HiddenLine(IConsole console)
        {
            _console = console;
        }

        /// <summary>How the last line ended.</summary>
        public HiddenLineEnd End { get; private set; }

        /// <summary>Takes a byte that was typed before a line was asked for: it begins the next one.</summary>
        /// <returns>False where it belongs to the line before.</returns>
        public bool Begin(byte typed)
        {
            var begins = !_editor.IsSecondHalf(typed);
            if (_editor.Accept(typed))
            {
                _editor.Clear();
            }

            return begins;
        }

        /// <summary>Waits for a line.</summary>
        /// <param name="idleMs">Longest pause between two keys, in milliseconds; after it what was typed is forgotten.</param>
        /// <returns>The line; null unless <see cref="End"/> is <see cref="HiddenLineEnd.Submitted"/>.</returns>
        public string Read(int idleMs)
        {
            while (true)
            {
                var typed = _console.ReadByte(idleMs);
                if (typed < 0)
                {
                    _editor.Clear();
                    End = HiddenLineEnd.Idle;
                    return null;
                }

                if (_editor.Accept((byte)typed))
                {
                    var tooLong = _editor.TooLong;
                    var line = _editor.Take();
                    End = tooLong ? HiddenLineEnd.TooLong : line == null ? HiddenLineEnd.NotText : HiddenLineEnd.Submitted;
                    return line;
                }
            }
        }
    }

    /// <summary>How the reading of a hidden line ended.</summary>
    public enum HiddenLineEnd
    {
        /// <summary>Enter was pressed on a usable line.</summary>
        Submitted,

        /// <summary>Nothing was typed for too long.</summary>
        Idle,

        /// <summary>The line has more than <see cref="LineEditor.Capacity"/> bytes.</summary>
        TooLong,

        /// <summary>The line is no valid UTF-8.</summary>
        NotText
    }
}
