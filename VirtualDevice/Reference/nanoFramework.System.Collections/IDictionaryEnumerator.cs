namespace System.Collections
{
    /// <summary>Goes through keys and values.</summary>
    public interface IDictionaryEnumerator : IEnumerator
    {
        /// <summary>The present key.</summary>
        object Key { get; }

        /// <summary>The present value.</summary>
        object Value { get; }

        /// <summary>The present key with its value.</summary>
        DictionaryEntry Entry { get; }
    }
}
