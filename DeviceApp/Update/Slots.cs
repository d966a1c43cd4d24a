using System;
using SecureEsp.DeviceApp.Storage;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// The files of both slots. Beside each bundle lies the key set that it was accepted with: a rotation of keys must not stop what
    /// was installed before it.
    /// </summary>
    public sealed class Slots
    {
        private readonly ISlotFile[] _files;
        private readonly IRecordFile[] _keys;
        private readonly ISignatureScheme _scheme;

        /// <summary>These files, slot A's first.</summary>
        public Slots(ISlotFile[] files, IRecordFile[] keys, ISignatureScheme scheme)
        {
            _files = files;
            _keys = keys;
            _scheme = scheme;
        }

        /// <summary>The file of slot A or B.</summary>
        public ISlotFile File(int slot)
        {
            return _files[slot - 1];
        }

        /// <summary>The keys that a slot's bundle was accepted with.</summary>
        /// <exception cref="UpdateException">They are not there, or cannot be read.</exception>
        public KeySet Keys(int slot)
        {
            var file = _keys[slot - 1];
            byte[] bytes;
            try
            {
                bytes = file.Read();
            }
            catch (Exception e)
            {
                throw new UpdateException(StartReason.SlotKeys, file.Path + ": " + e.Message);
            }

            KeySet set = null;
            var reason = bytes == null ? StartReason.SlotKeys : KeySet.Read(bytes, 0, bytes.Length, _scheme, out set);
            return reason == UpdateReason.Accepted ? set : throw new UpdateException(reason, file.Path);
        }

        /// <summary>Stores the keys that a slot's bundle was accepted with, durably.</summary>
        /// <exception cref="UpdateException">The flash did not take them.</exception>
        public void SaveKeys(int slot, KeySet set)
        {
            var file = _keys[slot - 1];
            try
            {
                file.Write(set.Encoded);
                if (RecordPair.AreEqual(set.Encoded, file.Read()))
                {
                    return;
                }
            }
            catch (Exception e)
            {
                throw new UpdateException(DownloadReason.Flash, file.Path + ": " + e.Message);
            }

            throw new UpdateException(DownloadReason.Flash, file.Path + " does not hold what was written to it");
        }
    }
}
