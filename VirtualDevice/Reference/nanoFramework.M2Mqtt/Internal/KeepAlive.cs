namespace nanoFramework.M2Mqtt.Internal
{
    /// <summary>
    /// When PINGREQ is due: a whole period after the last packet was sent (OASIS MQTT 3.1.1, 3.1.2.10). The broker then has one more
    /// period for its answer. All times are milliseconds.
    /// </summary>
    internal sealed class KeepAlive
    {
        private readonly object _lock = new object();
        private readonly int _period;
        private long _lastSent;
        private bool _pinging;

        /// <summary>period 0 turns it off.</summary>
        internal KeepAlive(int period, long now)
        {
            _period = period;
            _lastSent = now;
        }

        internal enum Verdict
        {
            Wait,
            Ping,
            Dead
        }

        internal void Sent(long now)
        {
            lock (_lock)
            {
                if (!_pinging)
                {
                    _lastSent = now;
                }
            }
        }

        internal void Answered(long now)
        {
            lock (_lock)
            {
                _pinging = false;
                _lastSent = now;
            }
        }

        /// <summary>What is due now; wait is the time until something is, -1 where nothing ever is.</summary>
        internal Verdict Check(long now, out int wait)
        {
            lock (_lock)
            {
                wait = -1;
                if (_period == 0)
                {
                    return Verdict.Wait;
                }

                long left = _lastSent + _period - now;
                if (left > 0)
                {
                    wait = (int)left;
                    return Verdict.Wait;
                }

                if (_pinging)
                {
                    return Verdict.Dead;
                }

                _pinging = true;
                _lastSent = now;
                wait = _period;
                return Verdict.Ping;
            }
        }
    }
}
