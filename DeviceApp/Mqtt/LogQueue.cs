using System;

namespace SecureEsp.DeviceApp.Mqtt
{
    /// <summary>
    /// Keeps log lines while the broker is away. Bounded: the oldest line makes room for a new one, and is counted.
    /// Thread-safe.
    /// </summary>
    public sealed class LogQueue
    {
        /// <summary>Longest line that is kept, in characters; the rest of a longer one is cut off.</summary>
        public const int MaxLine = 256;

        private readonly string[] _lines;
        private readonly object _lock = new object();
        private int _first;
        private int _count;
        private int _dropped;

        /// <summary>Keeps up to <paramref name="capacity"/> lines.</summary>
        /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
        public LogQueue(int capacity)
        {
            if (capacity < 1)
            {
                throw new ArgumentOutOfRangeException();
            }

            _lines = new string[capacity];
        }

        /// <summary>Lines that wait.</summary>
        public int Count
        {
            get
            {
                lock (_lock)
                {
                    return _count;
                }
            }
        }

        /// <summary>Lines that were dropped and not <see cref="Tell">told</see> about.</summary>
        public int Dropped
        {
            get
            {
                lock (_lock)
                {
                    return _dropped;
                }
            }
        }

        /// <summary>Appends a line.</summary>
        public void Add(string line)
        {
            lock (_lock)
            {
                if (_count == _lines.Length)
                {
                    RemoveFirst();

                    // Nothing would report an overflow; a count that stands still is the lesser lie.
                    _dropped = _dropped == int.MaxValue ? _dropped : _dropped + 1;
                }

                _lines[(_first + _count) % _lines.Length] = line.Length > MaxLine ? line.Substring(0, MaxLine) : line;
                _count++;
            }
        }

        /// <summary>The oldest line, which stays; null where there is none.</summary>
        public string Peek()
        {
            lock (_lock)
            {
                return _count == 0 ? null : _lines[_first];
            }
        }

        /// <summary>Removes a line that <see cref="Peek"/> gave, unless it was dropped meanwhile.</summary>
        public void Remove(string line)
        {
            lock (_lock)
            {
                if (_count > 0 && ReferenceEquals(_lines[_first], line))
                {
                    RemoveFirst();
                }
            }
        }

        /// <summary>Takes <paramref name="dropped"/> lines off the count of <see cref="Dropped"/>: they have been told about.</summary>
        public void Tell(int dropped)
        {
            lock (_lock)
            {
                _dropped -= dropped;
            }
        }

        private void RemoveFirst()
        {
            _lines[_first] = null;
            _first = (_first + 1) % _lines.Length;
            _count--;
        }
    }
}
