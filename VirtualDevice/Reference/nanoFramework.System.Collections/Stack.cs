namespace System.Collections
{
    /// <summary>Last in, first out. Not synchronised.</summary>
    public class Stack : ICollection, ICloneable
    {
        private object[] _items = new object[4];
        private int _count;

        /// <summary>An empty stack.</summary>
        public Stack()
        {
        }

        /// <inheritdoc/>
        public virtual int Count => _count;

        /// <inheritdoc/>
        public virtual bool IsSynchronized => false;

        /// <inheritdoc/>
        public virtual object SyncRoot => this;

        /// <summary>Removes all items.</summary>
        public virtual void Clear()
        {
            Array.Clear(_items, 0, _items.Length);
            _count = 0;
        }

        /// <summary>A stack with the same items.</summary>
        public virtual object Clone()
        {
            Stack copy = new Stack();
            for (int i = 0; i < _count; i++)
            {
                copy.Push(_items[i]);
            }

            return copy;
        }

        /// <summary>Whether an equal item is there.</summary>
        public virtual bool Contains(object obj) => Array.IndexOf(_items, obj, 0, _count) >= 0;

        /// <inheritdoc/>
        public virtual void CopyTo(Array array, int index)
        {
            Array.Copy(ToArray(), 0, array, index, _count);
        }

        /// <inheritdoc/>
        public virtual IEnumerator GetEnumerator() => ToArray().GetEnumerator();

        /// <summary>The item on top.</summary>
        /// <exception cref="InvalidOperationException">The stack is empty.</exception>
        public virtual object Peek()
        {
            if (_count == 0)
            {
                throw new InvalidOperationException();
            }

            return _items[_count - 1];
        }

        /// <summary>Takes the item on top.</summary>
        /// <exception cref="InvalidOperationException">The stack is empty.</exception>
        public virtual object Pop()
        {
            object top = Peek();
            _items[--_count] = null;
            return top;
        }

        /// <summary>Puts an item on top.</summary>
        public virtual void Push(object obj)
        {
            if (_count == _items.Length)
            {
                object[] grown = new object[_count * 2];
                Array.Copy(_items, 0, grown, 0, _count);
                _items = grown;
            }

            _items[_count++] = obj;
        }

        /// <summary>The items, the one on top first.</summary>
        public virtual object[] ToArray()
        {
            object[] items = new object[_count];
            for (int i = 0; i < _count; i++)
            {
                items[i] = _items[_count - 1 - i];
            }

            return items;
        }
    }
}
