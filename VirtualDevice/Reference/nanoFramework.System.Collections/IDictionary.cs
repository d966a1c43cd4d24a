namespace System.Collections
{
    /// <summary>Values that are found by keys.</summary>
    public interface IDictionary : ICollection
    {
        /// <summary>Whether the collection cannot be changed.</summary>
        bool IsReadOnly { get; }

        /// <summary>Whether entries cannot be added or removed.</summary>
        bool IsFixedSize { get; }

        /// <summary>The keys.</summary>
        ICollection Keys { get; }

        /// <summary>The values, in the order of the keys.</summary>
        ICollection Values { get; }

        /// <summary>The value of a key.</summary>
        object this[object key] { get; set; }

        /// <summary>Adds a key that is not there yet.</summary>
        void Add(object key, object value);

        /// <summary>Removes all entries.</summary>
        void Clear();

        /// <summary>Whether the key is there.</summary>
        bool Contains(object key);

        /// <summary>Removes a key's entry if there is one.</summary>
        void Remove(object key);
    }
}
