namespace System.Collections
{
    /// <summary>First in, first out. Not synchronised.</summary>
    public class Queue : ICollection, ICloneable
    {
        private object[] _items = new object[4];
        private int _head;
        private int _count;

        /// <summary>An empty queue.</summary>
        public Queue()
        {
        }

        /// <inheritdoc/>
        public virtual int Count => _count;

        /// <inheritdoc/>
        public virtual bool IsSynchronized => false;

        /// <inheritdoc/>
        public virtual object SyncRoot => this;

        /// <summary>A queue with the same items.</summary>
        public virtual object Clone()
        {
            Queue copy = new Queue();
            for (int i = 0; i < _count; i++)
            {
                copy.Enqueue(At(i));
            }

            return copy;
        }

        /// <summary>Removes all items.</summary>
        public virtual void Clear()
        {
            Array.Clear(_items, 0, _items.Length);
            _head = 0;
            _count = 0;
        }

        /// <inheritdoc/>
        public virtual void CopyTo(Array array, int index)
        {
            Array.Copy(ToArray(), 0, array, index, _count);
        }

        /// <summary>Adds an item at the end.</summary>
        public virtual void Enqueue(object obj)
        {
            if (_count == _items.Length)
            {
                object[] grown = new object[_count * 2];
                Array.Copy(ToArray(), 0, grown, 0, _count);
                _items = grown;
                _head = 0;
            }

            _items[(_head + _count) % _items.Length] = obj;
            _count++;
        }

        /// <summary>Takes the first item.</summary>
        /// <exception cref="InvalidOperationException">The queue is empty.</exception>
        public virtual object Dequeue()
        {
            object first = Peek();
            _items[_head] = null;
            _head = (_head + 1) % _items.Length;
            _count--;
            return first;
        }

        /// <summary>The first item.</summary>
        /// <exception cref="InvalidOperationException">The queue is empty.</exception>
        public virtual object Peek()
        {
            if (_count == 0)
            {
                throw new InvalidOperationException();
            }

            return _items[_head];
        }

        /// <summary>Whether an equal item is there.</summary>
        public virtual bool Contains(object obj) => Array.IndexOf(ToArray(), obj) >= 0;

        /// <inheritdoc/>
        public virtual IEnumerator GetEnumerator() => ToArray().GetEnumerator();

        /// <summary>The items, the first one first.</summary>
        public virtual object[] ToArray()
        {
            object[] items = new object[_count];
            for (int i = 0; i < _count; i++)
            {
                items[i] = At(i);
            }

            return items;
        }

        private object At(int index) => _items[(_head + index) % _items.Length];
    }
}
