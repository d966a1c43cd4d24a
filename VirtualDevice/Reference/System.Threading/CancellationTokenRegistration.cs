namespace System.Threading
{
    /// <summary>A callback that waits for a cancellation.</summary>
    public struct CancellationTokenRegistration : IDisposable
    {
        private readonly CancellationTokenSource _source;
        private readonly Action _callback;

        internal CancellationTokenRegistration(CancellationTokenSource source, Action callback)
        {
            _source = source;
            _callback = callback;
        }

        /// <summary>Whether both are the same callback of the same source.</summary>
        public static bool operator ==(CancellationTokenRegistration left, CancellationTokenRegistration right) => left.Equals(right);

        /// <summary>Whether the callback or the source differs.</summary>
        public static bool operator !=(CancellationTokenRegistration left, CancellationTokenRegistration right) => !left.Equals(right);

        /// <summary>Withdraws the callback, and waits for its end where another thread is just running it.</summary>
        public void Dispose()
        {
            if (_source != null)
            {
                _source.Unregister(_callback);
            }
        }

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is CancellationTokenRegistration other && Equals(other);

        /// <summary>Whether both are the same callback of the same source.</summary>
        public bool Equals(CancellationTokenRegistration other) => _callback == other._callback && _source == other._source;

        /// <inheritdoc/>
        public override int GetHashCode() => _source == null ? 0 : _source.GetHashCode() ^ _callback.GetHashCode();
    }
}
