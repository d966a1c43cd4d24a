namespace System.Collections
{
    /// <content>Going through the entries.</content>
    public partial class Hashtable
    {
        private enum Part
        {
            Key,
            Value,
            Entry,
        }

        private void Copy(Array array, int index, Part part)
        {
            if (array == null)
            {
                throw new ArgumentNullException();
            }

            if (index < 0)
            {
                throw new ArgumentOutOfRangeException();
            }

            if (array.Length - index < _count)
            {
                throw new ArgumentException();
            }

            IList target = array;
            Enumerator entries = new Enumerator(this, part);
            while (entries.MoveNext())
            {
                target[index++] = entries.Current;
            }
        }

        private sealed class View : ICollection
        {
            private readonly Hashtable _table;
            private readonly Part _part;

            public View(Hashtable table, Part part)
            {
                _table = table;
                _part = part;
            }

            public int Count => _table._count;

            public bool IsSynchronized => _table.IsSynchronized;

            public object SyncRoot => _table.SyncRoot;

            public void CopyTo(Array array, int index) => _table.Copy(array, index, _part);

            public IEnumerator GetEnumerator() => new Enumerator(_table, _part);
        }

        // Ends with an exception when the table was changed meanwhile.
        private sealed class Enumerator : IDictionaryEnumerator
        {
            private readonly Hashtable _table;
            private readonly Part _part;
            private readonly int _version;
            private int _place;
            private Bucket _bucket;

            public Enumerator(Hashtable table, Part part)
            {
                _table = table;
                _part = part;
                _version = table._version;
                _place = table._buckets.Length;
            }

            public object Key => Present.Key;

            public object Value => Present.Value;

            public DictionaryEntry Entry => new DictionaryEntry(Present.Key, Present.Value);

            public object Current => _part switch
            {
                Part.Key => Key,
                Part.Value => Value,
                _ => Entry,
            };

            private Bucket Present => _bucket ?? throw new InvalidOperationException();

            public bool MoveNext()
            {
                EnsureUnchanged();
                _bucket = _bucket?.Next;
                while (_bucket == null && _place > 0)
                {
                    _bucket = _table._buckets[--_place];
                }

                return _bucket != null;
            }

            public void Reset()
            {
                EnsureUnchanged();
                _bucket = null;
                _place = _table._buckets.Length;
            }

            private void EnsureUnchanged()
            {
                if (_version != _table._version)
                {
                    throw new InvalidOperationException();
                }
            }
        }
    }
}
