using System;
using SecureEsp.DeviceApp.Formats;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// Checks one image as its bytes come, however they are cut, in constant memory: header, both check values, and that name, version and
    /// references are those that the signers named. Run before the slots are switched, and at boot before the CLR sees the image.
    /// </summary>
    public sealed class PeImageCheck
    {
        private readonly ManifestImage _expected;
        private readonly bool _skipsBodyCrc;
        private readonly byte[] _head = new byte[PeHeader.Bytes];
        private readonly byte[] _references;
        private readonly PeNames _name = new PeNames(1);
        private readonly PeNames _referenceNames;
        private PeHeader _header;
        private int _position;
        private int _contents;
        private uint _crc;

        /// <summary>Checks against what the manifest says.</summary>
        public PeImageCheck(ManifestImage expected)
            : this(expected, false)
        {
        }

        /// <summary>Checks against what the manifest says.</summary>
        /// <param name="expected">What the manifest says.</param>
        /// <param name="skipsBodyCrc">Whether the body's check value is not made: only where stronger digests hold, and it was made once before.</param>
        public PeImageCheck(ManifestImage expected, bool skipsBodyCrc)
        {
            _expected = expected;
            _skipsBodyCrc = skipsBodyCrc;
            _references = new byte[expected.References.Length * PeTables.AssemblyRefBytes];
            _referenceNames = new PeNames(expected.References.Length);
        }

        /// <summary>A <see cref="UpdateReason"/>; what comes after a refusal is not looked at.</summary>
        public int Reason { get; private set; }

        /// <summary>Takes the next bytes.</summary>
        public void Feed(byte[] bytes, int offset, int count)
        {
            if (Reason != UpdateReason.Accepted || count == 0)
            {
                return;
            }

            if (count > _expected.Size - _position)
            {
                Reason = UpdateReason.ImageSize;
                return;
            }

            if (_header == null)
            {
                var used = PeHeader.Bytes - _position < count ? PeHeader.Bytes - _position : count;
                Array.Copy(bytes, offset, _head, _position, used);
                _position += used;
                if (_position == PeHeader.Bytes)
                {
                    Reason = ReadHeader();
                }

                // What is left is the body's.
                Feed(bytes, offset + used, count - used);
                return;
            }

            if (!_skipsBodyCrc)
            {
                _crc = PeCrc32.Append(_crc, bytes, offset, count);
            }

            Body(bytes, offset, count);
            _position += count;
        }

        /// <summary>Nothing more comes.</summary>
        /// <returns>A <see cref="UpdateReason"/>.</returns>
        public int Finish()
        {
            if (Reason == UpdateReason.Accepted)
            {
                Reason = _position != _expected.Size ? UpdateReason.ImageTruncated
                    : !_skipsBodyCrc && _crc != _header.BodyCrc ? UpdateReason.ImageBodyCrc
                    : !_name.AreRight ? UpdateReason.ImageName
                    : _contents != UpdateReason.Accepted ? _contents
                    : _referenceNames.AreRight ? UpdateReason.Accepted : UpdateReason.ImageReferences;
            }

            return Reason;
        }

        private int ReadHeader()
        {
            var reason = PeHeader.Read(_head, out _header);
            return reason != UpdateReason.Accepted ? reason
                : _header.TotalBytes != _expected.Size ? UpdateReason.ImageSize
                : !_header.Version.Is(_expected.Version) ? UpdateReason.ImageVersion
                : _header.Size(PeTables.AssemblyRef) != _references.Length ? UpdateReason.ImageReferences
                : !_name.Want(_expected.Name, _header.Name, _header.Size(PeTables.Strings)) ? UpdateReason.ImageStrings
                : UpdateReason.Accepted;
        }

        // Wrong contents are told only at the end: they may be damage, which the check value tells apart.
        private void Body(byte[] bytes, int offset, int count)
        {
            var end = PeHeader.Bytes + _references.Length;
            if (_position < end)
            {
                var used = end - _position < count ? end - _position : count;
                Array.Copy(bytes, offset, _references, _position - PeHeader.Bytes, used);
                if (_position + used == end)
                {
                    _contents = ReadReferences();
                }
            }

            var position = _position - _header.Start(PeTables.Strings);
            _name.Feed(position, bytes, offset, count);
            _referenceNames.Feed(position, bytes, offset, count);
        }

        private int ReadReferences()
        {
            for (var i = 0; i < _expected.References.Length; i++)
            {
                var at = i * PeTables.AssemblyRefBytes;
                var version = PeHeader.VersionOf(_references, at + 4);
                var wanted = _expected.References[i];
                if (!wanted.IsVersion(version.Major, version.Minor))
                {
                    return UpdateReason.ImageReferences;
                }

                if (!_referenceNames.Want(wanted.Name, LittleEndian.UInt16(_references, at), _header.Size(PeTables.Strings)))
                {
                    return UpdateReason.ImageStrings;
                }
            }

            return UpdateReason.Accepted;
        }
    }
}
