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

        /// <summary>The state as it is stored. Read it, and change it by <see cref="Apply"/> only.</summary>
        public UpdateState State
        {
            get
            {
                lock (_lock)
                {
                    if (_state == null)
                    {
                        Read();
                    }

                    return _state;
                }
            }
        }

        /// <summary>Makes a change, durable when this returns.</summary>
        /// <exception cref="UpdateException">The flash did not take it: the state is as before.</exception>
        public void Apply(StateChange change)
        {
            lock (_lock)
            {
                var state = State;
                try
                {
                    change(state);
                    _pair.Save(state);
                }
                catch (Exception e)
                {
                    Read();
                    throw new UpdateException(DownloadReason.Flash, "state: " + e.Message);
                }
            }
        }

        private void Read()
        {
            _state = (UpdateState)_pair.Load() ?? new UpdateState();
        }
    }
}
