using System;
using System.Text;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// Compares names in an image's table of strings with those that must be there, as the table passes by: nothing of it is kept.
    /// </summary>
    public sealed class PeNames
    {
        // From this index on a name stands in a table of the CLR itself; two of the names there are assemblies'.
        private const int FirstBuiltIn = 0xFFFF - 860;
        private const int BuiltInMscorlib = 0xFCD2;
        private const int BuiltInThreading = 0xFE28;

        private readonly byte[][] _wanted;
        private readonly int[] _at;
        private int _count;

        /// <summary>Room for so many names.</summary>
        public PeNames(int capacity)
        {
            _wanted = new byte[capacity][];
            _at = new int[capacity];
        }

        /// <summary>Whether all names so far are as they must be.</summary>
        public bool AreRight { get; private set; } = true;

        /// <summary>Wants a name at a string index, in a table of so many bytes.</summary>
        /// <returns>False where a name cannot be there, ended by a NUL.</returns>
        public bool Want(string name, int index, int tableBytes)
        {
            if (index >= FirstBuiltIn)
            {
                AreRight &= name == BuiltIn(index);
                return true;
            }

            // With the NUL after it: without, the start of a longer name would do. It is no part of a string, where nanoFramework cuts at it.
            var text = Encoding.UTF8.GetBytes(name);
            var wanted = new byte[text.Length + 1];
            if (wanted.Length > tableBytes - index)
            {
                return false;
            }

            Array.Copy(text, wanted, text.Length);

            _wanted[_count] = wanted;
            _at[_count++] = index;
            return true;
        }

        /// <summary>Takes a part of the table that starts at <paramref name="position"/> in it, which may be negative: it starts later then.</summary>
        public void Feed(int position, byte[] bytes, int offset, int count)
        {
            for (var name = 0; name < _count; name++)
            {
                var wanted = _wanted[name];
                var from = _at[name] > position ? _at[name] : position;
                var to = _at[name] + wanted.Length < position + count ? _at[name] + wanted.Length : position + count;
                if (to > from && ByteOrder.Compare(wanted, from - _at[name], bytes, offset + from - position, to - from) != 0)
                {
                    AreRight = false;
                }
            }
        }

        private static string BuiltIn(int index)
        {
            return index == BuiltInMscorlib ? "mscorlib" : index == BuiltInThreading ? "System.Threading" : null;
        }
    }
}
