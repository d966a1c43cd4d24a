namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// Whether enough keys of a set signed something. A signature by a key that is not in the set, or a wrong one, does not count (as in
    /// TUF 1.0 section 5), and a key counts once. It ends at the threshold: each verification takes the board about a second.
    /// </summary>
    public static class SignatureCheck
    {
        /// <summary>Judges signatures over something with this hash.</summary>
        /// <returns>A <see cref="UpdateReason"/>.</returns>
        public static int Judge(KeySet set, byte[] hash, SignatureList signatures, ISignatureScheme scheme)
        {
            var counted = 0;
            var wrong = 0;
            var used = new bool[set.Keys.Length];
            for (var i = 0; i < signatures.Count && counted < set.Threshold; i++)
            {
                var key = set.IndexOf(signatures, i);
                if (key < 0 || used[key])
                {
                    continue;
                }

                if (scheme.Verify(set.Keys[key], hash, signatures.Bytes, signatures.At(i), signatures.Length(i)))
                {
                    used[key] = true;
                    counted++;
                }
                else
                {
                    wrong++;
                }
            }

            return counted >= set.Threshold ? UpdateReason.Accepted
                : wrong > 0 ? UpdateReason.SignatureWrong
                : counted > 0 ? UpdateReason.SignaturesTooFew : UpdateReason.SignerUnknown;
        }
    }
}
