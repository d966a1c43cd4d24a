namespace System.Threading
{
    /// <summary>Tells an operation whether it should give up.</summary>
    public struct CancellationToken
    {
        private readonly CancellationTokenSource _source;

        /// <summary>A token that is cancelled already or never will be.</summary>
        public CancellationToken(bool canceled)
        {
            _source = canceled ? CancellationTokenSource.Canceled : null;
        }

        internal CancellationToken(CancellationTokenSource source)
        {
            _source = source;
        }

        /// <summary>A token that is never cancelled.</summary>
        public static CancellationToken None => default;

        /// <summary>Whether the operation should give up.</summary>
        public bool IsCancellationRequested => Source.IsCancellationRequested;

        /// <summary>Whether the token can ever be cancelled.</summary>
        public bool CanBeCanceled => Source.CanBeCanceled;

        /// <summary>Signalled when the token is cancelled.</summary>
        /// <exception cref="ObjectDisposedException">The source is disposed.</exception>
        public WaitHandle WaitHandle => Source.WaitHandle;

        private CancellationTokenSource Source => _source ?? CancellationTokenSource.NeverCanceled;

        /// <summary>Has <paramref name="callback"/> called on cancellation; at once if that has happened.</summary>
        /// <exception cref="ArgumentNullException">No callback.</exception>
        public CancellationTokenRegistration Register(Action callback)
        {
            if (callback == null)
            {
                throw new ArgumentNullException();
            }

            return CanBeCanceled ? Source.Register(callback) : default;
        }

        /// <summary>Whether both tokens belong to one source.</summary>
        public bool Equals(CancellationToken other) => Source == other.Source;

        /// <inheritdoc/>
        public override bool Equals(object other) => other is CancellationToken token && Equals(token);

        /// <inheritdoc/>
        public override int GetHashCode() => Source.GetHashCode();

        /// <summary>Gives the operation up if the token is cancelled.</summary>
        /// <exception cref="OperationCanceledException">It is cancelled.</exception>
        public void ThrowIfCancellationRequested()
        {
            if (IsCancellationRequested)
            {
                throw new OperationCanceledException();
            }
        }
    }
}
