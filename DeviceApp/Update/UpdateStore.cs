using System;
using System.Collections;
using SecureEsp.DeviceApp.Storage;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>A change of the update state.</summary>
    public delegate void StateChange(UpdateState state);

    /// <summary>Keeps the update state in two records that are written by turns. Thread-safe.</summary>
    public sealed class UpdateStore
    {
        private readonly RecordPair _pair;
        private readonly object _lock = new object();
        private UpdateState _state;

        /// <summary>Keeps it in these two.</summary>
        public UpdateStore(IRecordFile first, IRecordFile second)
        {
            _pair = new RecordPair(first, second, new UpdateStateFormat());
        }

        /// <summary>What could not be used of the records, one readable string each.</summary>
        public ArrayList Remarks
        {
            get { return _pair.Remarks; }
        }

        /// <summary>The state as it is stored. It never changes: <see cref="Apply"/> puts another in its place.</summary>
        public UpdateState State
        {
            get
            {
                lock (_lock)
                {
                    return _state ?? (_state = (UpdateState)_pair.Load() ?? new UpdateState());
                }
            }
        }

        /// <summary>Makes a change, durable when this returns.</summary>
        /// <param name="change">Changes a copy, which nobody sees before it is stored.</param>
        /// <exception cref="UpdateException">The flash did not take it: the state is as before.</exception>
        public void Apply(StateChange change)
        {
            lock (_lock)
            {
                var next = State.Copy();
                change(next);
                try
                {
                    _pair.Save(next);
                }
                catch (Exception e)
                {
                    throw new UpdateException(DownloadReason.Flash, "state: " + e.Message);
                }

                _state = next;
            }
        }
    }
}
