namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// Key sets by which a device comes from its own to the newest: a CBOR array of [key set, signatures], versions one after the other.
    /// Each set is signed by enough keys of the one before it, or anyone could replace it, and by enough of its own, or a mistake could
    /// leave a set that nobody can sign for. All of the chain holds, or nothing of it.
    /// </summary>
    public static class KeyChain
    {
        /// <summary>Most key sets.</summary>
        public const int MaxSets = 16;

        /// <summary>Follows a chain from <paramref name="current"/>; sets up to its version are passed over.</summary>
        /// <param name="bytes">Holds the chain.</param>
        /// <param name="offset">Where it starts.</param>
        /// <param name="length">Its length; 0 where there is no chain.</param>
        /// <param name="current">The set in force.</param>
        /// <param name="scheme">Checks the signatures.</param>
        /// <param name="newest">The set at the end; <paramref name="current"/> itself where nothing is new or the chain is refused.</param>
        /// <returns>A <see cref="UpdateReason"/>.</returns>
        public static int Follow(byte[] bytes, int offset, int length, KeySet current, ISignatureScheme scheme, out KeySet newest)
        {
            newest = current;
            if (length == 0)
            {
                return UpdateReason.Accepted;
            }

            var reader = new CborReader(bytes, offset, length);
            var count = reader.Array(1, MaxSets);
            var last = current;
            KeySet before = null;
            for (var i = 0; i < count; i++)
            {
                KeySet set;
                SignatureList signatures;
                var reason = Link(reader, bytes, scheme, out set, out signatures);
                if (reason == UpdateReason.Accepted && before != null && set.Version - 1 != before.Version)
                {
                    reason = UpdateReason.KeyChainOrder;
                }

                if (reason == UpdateReason.Accepted && set.Version > last.Version)
                {
                    reason = Step(last, set, signatures, scheme);
                    last = set;
                }

                if (reason != UpdateReason.Accepted)
                {
                    return reason;
                }

                before = set;
            }

            reader.End();
            if (reader.Error != CborError.None)
            {
                return UpdateReason.KeyChain + (int)reader.Error;
            }

            newest = last;
            return UpdateReason.Accepted;
        }

        private static int Link(CborReader reader, byte[] bytes, ISignatureScheme scheme, out KeySet set, out SignatureList signatures)
        {
            set = null;
            reader.Array(2, 2);
            var length = reader.Bytes(1, KeySet.MaxBytes);
            var at = reader.Position - length;
            signatures = SignatureList.Read(reader, bytes);
            if (reader.Error != CborError.None)
            {
                return UpdateReason.KeyChain + (int)reader.Error;
            }

            return signatures.IsAscending() ? KeySet.Read(bytes, at, length, scheme, out set) : UpdateReason.SignatureOrder;
        }

        private static int Step(KeySet from, KeySet to, SignatureList signatures, ISignatureScheme scheme)
        {
            if (to.Version - 1 != from.Version)
            {
                return UpdateReason.KeyChainGap;
            }

            var hash = scheme.Hash(to.Encoded, 0, to.Encoded.Length);
            return SignatureCheck.Judge(from, hash, signatures, scheme) != UpdateReason.Accepted ? UpdateReason.KeyChainOldKeys
                : SignatureCheck.Judge(to, hash, signatures, scheme) != UpdateReason.Accepted ? UpdateReason.KeyChainNewKeys
                : UpdateReason.Accepted;
        }
    }
}
