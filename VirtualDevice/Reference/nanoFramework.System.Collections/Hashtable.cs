namespace System.Collections
{
    /// <summary>Values found by the hash codes of their keys. Not synchronised.</summary>
    /// <remarks>
    /// The order of the entries follows the hash codes, as on the device, never the order of insertion. Strings are
    /// hashed here and not by <see cref="object.GetHashCode"/>, so that it is the same in every run on the desktop too.
    /// </remarks>
    public partial class Hashtable : ICloneable, IDictionary
    {
        private const int InitialSize = 3;

        private readonly float _loadFactor;
        private Bucket[] _buckets;
        private int _count;
        private int _version;

        /// <summary>An empty table.</summary>
        public Hashtable()
            : this(InitialSize, 1.0f)
        {
        }

        /// <summary>An empty table with room for <paramref name="capacity"/> entries.</summary>
        /// <exception cref="ArgumentOutOfRangeException">A negative capacity.</exception>
        public Hashtable(int capacity)
            : this(capacity, 1.0f)
        {
        }

        /// <summary>An empty table with room for <paramref name="capacity"/> entries.</summary>
        /// <param name="capacity">0 or above.</param>
        /// <param name="loadFactor">0.1 to 1.0 of the 72 % that are filled before the table grows.</param>
        /// <exception cref="ArgumentOutOfRangeException">Out of range.</exception>
        public Hashtable(int capacity, float loadFactor)
        {
            if (capacity < 0 || !(loadFactor >= 0.1f && loadFactor <= 1.0f))
            {
                throw new ArgumentOutOfRangeException();
            }

            _loadFactor = 0.72f * loadFactor;
            _buckets = new Bucket[SizeFor(capacity)];
        }

        /// <inheritdoc/>
        public int Count => _count;

        /// <inheritdoc/>
        public bool IsSynchronized => false;

        /// <inheritdoc/>
        public object SyncRoot => this;

        /// <inheritdoc/>
        public bool IsReadOnly => false;

        /// <inheritdoc/>
        public bool IsFixedSize => false;

        /// <inheritdoc/>
        public ICollection Keys => new View(this, Part.Key);

        /// <inheritdoc/>
        public ICollection Values => new View(this, Part.Value);

        /// <summary>The value of a key; null where there is none.</summary>
        /// <exception cref="ArgumentNullException">No key.</exception>
        public object this[object key]
        {
            get
            {
                if (key == null)
                {
                    throw new ArgumentNullException();
                }

                return Find(key)?.Value;
            }

            set
            {
                if (key == null)
                {
                    throw new ArgumentNullException();
                }

                Bucket found = Find(key);
                if (found == null)
                {
                    Insert(key, value);
                }
                else
                {
                    found.Value = value;
                    _version++;
                }
            }
        }

        /// <summary>A table with the same entries.</summary>
        public object Clone()
        {
            Hashtable copy = new Hashtable(_count);
            foreach (DictionaryEntry entry in this)
            {
                copy[entry.Key] = entry.Value;
            }

            return copy;
        }

        /// <summary>Goes through the entries as <see cref="DictionaryEntry"/>.</summary>
        public IEnumerator GetEnumerator() => new Enumerator(this, Part.Entry);

        /// <summary>Copies the entries as <see cref="DictionaryEntry"/>.</summary>
        /// <exception cref="ArgumentNullException">No array.</exception>
        /// <exception cref="ArgumentOutOfRangeException">A negative index.</exception>
        /// <exception cref="ArgumentException">Not enough room.</exception>
        public void CopyTo(Array array, int arrayIndex) => Copy(array, arrayIndex, Part.Entry);

        /// <summary>Adds a key that is not there yet.</summary>
        /// <exception cref="ArgumentException">The key is there.</exception>
        /// <exception cref="NullReferenceException">No key.</exception>
        public void Add(object key, object value)
        {
            if (Find(key) != null)
            {
                throw new ArgumentException();
            }

            Insert(key, value);
        }

        /// <inheritdoc/>
        public void Clear()
        {
            Array.Clear(_buckets, 0, _buckets.Length);
            _count = 0;
            _version++;
        }

        /// <summary>Whether the key is there.</summary>
        /// <exception cref="NullReferenceException">No key.</exception>
        public bool Contains(object key) => Find(key) != null;

        /// <summary>Removes a key's entry if there is one.</summary>
        /// <exception cref="ArgumentNullException">No key.</exception>
        public void Remove(object key)
        {
            if (key == null)
            {
                throw new ArgumentNullException();
            }

            int place = PlaceOf(HashOf(key));
            Bucket previous = null;
            for (Bucket bucket = _buckets[place]; bucket != null; previous = bucket, bucket = bucket.Next)
            {
                if (!bucket.Key.Equals(key))
                {
                    continue;
                }

                if (previous == null)
                {
                    _buckets[place] = bucket.Next;
                }
                else
                {
                    previous.Next = bucket.Next;
                }

                _count--;
                _version++;
                return;
            }
        }

        private static int HashOf(object key)
        {
            if (key is not string text)
            {
                return key.GetHashCode();
            }

            // FNV-1a
            uint hash = 2166136261;
            for (int i = 0; i < text.Length; i++)
            {
                hash = unchecked((hash ^ text[i]) * 16777619);
            }

            return unchecked((int)hash);
        }

        private int SizeFor(int entries)
        {
            double size = entries / _loadFactor;
            if (size > int.MaxValue / 2)
            {
                throw new ArgumentException();
            }

            // Odd, so that hash codes with a common factor of 2 spread.
            return size <= InitialSize ? InitialSize : (int)size | 1;
        }

        private int PlaceOf(int hash) => (hash & int.MaxValue) % _buckets.Length;

        private Bucket Find(object key)
        {
            int hash = HashOf(key);
            Bucket bucket = _buckets[PlaceOf(hash)];
            while (bucket != null && !(bucket.Hash == hash && bucket.Key.Equals(key)))
            {
                bucket = bucket.Next;
            }

            return bucket;
        }

        private void Insert(object key, object value)
        {
            if (_count + 1 > _loadFactor * _buckets.Length)
            {
                Grow();
            }

            Link(new Bucket { Key = key, Value = value, Hash = HashOf(key) });
            _count++;
            _version++;
        }

        private void Link(Bucket bucket)
        {
            int place = PlaceOf(bucket.Hash);
            bucket.Next = _buckets[place];
            _buckets[place] = bucket;
        }

        private void Grow()
        {
            Bucket[] old = _buckets;
            _buckets = new Bucket[(old.Length * 2) + 1];
            for (int i = 0; i < old.Length; i++)
            {
                for (Bucket bucket = old[i]; bucket != null;)
                {
                    Bucket next = bucket.Next;
                    Link(bucket);
                    bucket = next;
                }
            }
        }

        private sealed class Bucket
        {
            public object Key;
            public object Value;
            public int Hash;
            public Bucket Next;
        }
    }
}
