using System;
using System.Collections;
using SecureEsp.DeviceApp.Storage;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// The keys in force: those that came with a key chain, or else those that the device was provisioned with. A provisioned set with
    /// a higher version counts, too: it was put there by somebody who has the board in hand.
    /// </summary>
    public sealed class UpdateKeys
    {
        private readonly IRecordFile _provisioned;
        private readonly RecordPair _pair;
        private readonly ISignatureScheme _scheme;
        private readonly ArrayList _remarks = new ArrayList();

        /// <summary>Keeps them in these files.</summary>
        /// <param name="provisioned">A key set as it is signed, without more.</param>
        /// <param name="first">One of the two records for what comes with key chains.</param>
        /// <param name="second">The other one.</param>
        /// <param name="scheme">Makes key ids.</param>
        public UpdateKeys(IRecordFile provisioned, IRecordFile first, IRecordFile second, ISignatureScheme scheme)
        {
            _provisioned = provisioned;
            _pair = new RecordPair(first, second, new KeySetFormat(scheme));
            _scheme = scheme;
        }

        /// <summary>The set in force; null where the device has none, and takes no update.</summary>
        public KeySet Current { get; private set; }

        /// <summary>What <see cref="Load"/> could not use, one readable string each.</summary>
        public ArrayList Remarks
        {
            get { return _remarks; }
        }

        /// <summary>Reads them.</summary>
        public void Load()
        {
            _remarks.Clear();
            var stored = (KeySet)_pair.Load();
            for (var i = 0; i < _pair.Remarks.Count; i++)
            {
                _remarks.Add(_pair.Remarks[i]);
            }

            var provisioned = Provisioned();
            Current = stored == null || (provisioned != null && provisioned.Version > stored.Version) ? provisioned : stored;
        }

        /// <summary>Puts a newer set in force, durable when this returns.</summary>
        /// <exception cref="UpdateException">The flash did not take it.</exception>
        public void Save(KeySet set)
        {
            try
            {
                _pair.Save(set);
                Current = set;
            }
            catch (Exception e)
            {
                throw new UpdateException(DownloadReason.Flash, "keys: " + e.Message);
            }
        }

        private KeySet Provisioned()
        {
            KeySet set = null;
            try
            {
                var bytes = _provisioned.Read();
                if (bytes != null)
                {
                    var reason = KeySet.Read(bytes, 0, bytes.Length, _scheme, out set);
                    if (reason != UpdateReason.Accepted)
                    {
                        _remarks.Add(_provisioned.Path + ": " + UpdateReasonWords.Full(reason, null));
                    }
                }
            }
            catch (Exception e)
            {
                _remarks.Add(_provisioned.Path + " cannot be read: " + e.GetType().Name + ", " + e.Message);
            }

            return set;
        }
    }
}
