using System;
using SecureEsp.DeviceApp.Storage;
using SecureEsp.DeviceApp.Time;

namespace SecureEsp.DeviceApp.Provisioning
{
    /// <summary>Keeps <see cref="ProvisioningMemory"/> in two records that are written by turns: a power cut leaves one of them.</summary>
    public sealed class ProvisioningStore
    {
        // A flash page wears out; a clock that is a week behind serves as well.
        private const uint SecondsBetweenTimes = 7 * 24 * 3600;

        private readonly RecordPair _pair;
        private ProvisioningMemory _memory;

        /// <summary>Keeps it in these two.</summary>
        public ProvisioningStore(IRecordFile first, IRecordFile second)
        {
            _pair = new RecordPair(first, second, new ProvisioningRecord());
        }

        /// <summary>What is remembered; read once.</summary>
        public ProvisioningMemory Memory
        {
            get { return _memory ??= (ProvisioningMemory)_pair.Load() ?? new ProvisioningMemory(); }
        }

        /// <summary>Stores what was changed in <see cref="Memory"/>.</summary>
        /// <exception cref="Exception">It is not stored; what was before still is.</exception>
        public void Save()
        {
            _pair.Save(Memory);
        }

        /// <summary>The secrets: those given with the device, or else the remembered ones, or else new ones, which are stored.</summary>
        /// <param name="given">Null where none were given.</param>
        /// <param name="random">The hardware generator.</param>
        public Presence Secrets(Presence given, IRandom random)
        {
            if (given != null)
            {
                return given;
            }

            if (Memory.Presence == null)
            {
                Memory.Presence = Presence.Create(random);
                Save();
            }

            return Memory.Presence;
        }

        /// <summary>Notes a time at which a server's certificate was good.</summary>
        public void NoteTime(DateTime utc)
        {
            var seconds = (uint)UnixTime.Seconds(utc);
            if (seconds > Memory.KnownTime && seconds - Memory.KnownTime >= SecondsBetweenTimes)
            {
                Memory.KnownTime = seconds;
                Save();
            }
        }
    }
}
