namespace System.Collections
{
    /// <summary>A key with its value. A class here, unlike the desktop's.</summary>
    public class DictionaryEntry
    {
        /// <summary>The key.</summary>
        public object Key;

        /// <summary>The value.</summary>
        public object Value;

        /// <summary>Pairs a key with a value.</summary>
        public DictionaryEntry(object key, object value)
        {
            Key = key;
            Value = value;
        }
    }
}
