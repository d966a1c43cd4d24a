using SecureEsp.DeviceApp.Storage;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>The stored form of a key set: a record "SEKY" with its encoding in it, as it was signed.</summary>
    public sealed class KeySetFormat : IRecordFormat
    {
        private const uint Magic = 0x594B4553;
        private const int Version = 1;
        private const int Encoded = 1;

        private readonly ISignatureScheme _scheme;

        /// <summary>Reads sets with the key ids of this scheme.</summary>
        public KeySetFormat(ISignatureScheme scheme)
        {
            _scheme = scheme;
        }

        /// <inheritdoc/>
        public byte[] Encode(object content, uint sequence)
        {
            var writer = new RecordWriter(Magic, Version, sequence);
            writer.Bytes(Encoded, ((KeySet)content).Encoded);
            return writer.Finish();
        }

        /// <inheritdoc/>
        public object Decode(byte[] bytes, out uint sequence)
        {
            sequence = 0;
            var reader = RecordReader.Open(bytes, Magic, Version);
            KeySet set = null;
            while (reader != null && reader.Next())
            {
                if (reader.Id != Encoded)
                {
                    continue;
                }

                var encoded = reader.Bytes(reader.Length);
                if (encoded == null || KeySet.Read(encoded, 0, encoded.Length, _scheme, out set) != UpdateReason.Accepted)
                {
                    return null;
                }
            }

            sequence = set == null ? 0 : reader.Sequence;
            return reader == null || reader.Broken ? null : set;
        }
    }
}
