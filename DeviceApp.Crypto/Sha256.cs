using System;

namespace SecureEsp.DeviceApp.Crypto
{
    /// <summary>
    /// SHA-256 (FIPS 180-4) of a stream of bytes. Nothing is allocated after the constructor. One object hashes one message
    /// at a time; it is not thread-safe.
    /// </summary>
    public sealed class Sha256
    {
        /// <summary>Bytes of a hash.</summary>
        public const int HashBytes = 32;

        /// <summary>Bytes that are hashed at once.</summary>
        public const int BlockBytes = 64;

        private const int LengthAt = BlockBytes - 8;

        private readonly Sha256State _state = new Sha256State();
        private readonly byte[] _block = new byte[BlockBytes];
        private int _filled;
        private long _length;

        /// <summary>Ready for the first byte.</summary>
        public Sha256()
        {
            Reset();
        }

        /// <summary>Forgets what was appended: ready for the first byte of another message.</summary>
        public void Reset()
        {
            // The first 32 bits of the fractional parts of the square roots of the first 8 primes.
            _state.H0 = 0x6A09E667;
            _state.H1 = 0xBB67AE85;
            _state.H2 = 0x3C6EF372;
            _state.H3 = 0xA54FF53A;
            _state.H4 = 0x510E527F;
            _state.H5 = 0x9B05688C;
            _state.H6 = 0x1F83D9AB;
            _state.H7 = 0x5BE0CD19;
            _filled = 0;
            _length = 0;
        }

        /// <summary>Takes the next bytes of the message.</summary>
        /// <param name="data">Holds them.</param>
        /// <param name="offset">Where they begin.</param>
        /// <param name="count">How many there are; may be 0.</param>
        /// <exception cref="ArgumentOutOfRangeException">The range is not within the array.</exception>
        public void Append(byte[] data, int offset, int count)
        {
            // Not offset + count: that can overflow.
            if (offset < 0 || count < 0 || count > data.Length - offset)
            {
                throw new ArgumentOutOfRangeException();
            }

            _length += count;
            if (_filled > 0)
            {
                var taken = count < BlockBytes - _filled ? count : BlockBytes - _filled;
                Fill(data, offset, taken);
                offset += taken;
                count -= taken;
            }

            // Copied although it is there already: with a variable in the index, reading 64 bytes takes 128 instructions more.
            for (; count >= BlockBytes; count -= BlockBytes, offset += BlockBytes)
            {
                Array.Copy(data, offset, _block, 0, BlockBytes);
                _state.Compress(_block);
            }

            Fill(data, offset, count);
        }

        /// <summary>Writes the hash of what was appended. Call <see cref="Reset"/> before the next message.</summary>
        /// <param name="hash">Takes 32 bytes.</param>
        /// <param name="offset">Where they begin.</param>
        /// <exception cref="ArgumentOutOfRangeException">There is no room for them.</exception>
        public void Finish(byte[] hash, int offset)
        {
            if (offset < 0 || hash.Length - offset < HashBytes)
            {
                throw new ArgumentOutOfRangeException();
            }

            var bits = _length << 3;
            _block[_filled++] = 0x80;
            if (_filled > LengthAt)
            {
                Array.Clear(_block, _filled, BlockBytes - _filled);
                _state.Compress(_block);
                _filled = 0;
            }

            Array.Clear(_block, _filled, LengthAt - _filled);
            Write((uint)(bits >> 32), _block, LengthAt);
            Write((uint)bits, _block, LengthAt + 4);
            _state.Compress(_block);
            Write(_state.H0, hash, offset);
            Write(_state.H1, hash, offset + 4);
            Write(_state.H2, hash, offset + 8);
            Write(_state.H3, hash, offset + 12);
            Write(_state.H4, hash, offset + 16);
            Write(_state.H5, hash, offset + 20);
            Write(_state.H6, hash, offset + 24);
            Write(_state.H7, hash, offset + 28);
        }

        private static void Write(uint word, byte[] bytes, int at)
        {
            bytes[at] = (byte)(word >> 24);
            bytes[at + 1] = (byte)(word >> 16);
            bytes[at + 2] = (byte)(word >> 8);
            bytes[at + 3] = (byte)word;
        }

        // At most as many as the block has room for.
        private void Fill(byte[] data, int offset, int count)
        {
            Array.Copy(data, offset, _block, _filled, count);
            _filled += count;
            if (_filled == BlockBytes)
            {
                _state.Compress(_block);
                _filled = 0;
            }
        }
    }
}
