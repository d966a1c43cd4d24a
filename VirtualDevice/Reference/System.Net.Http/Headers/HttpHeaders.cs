namespace System.Net.Http.Headers
{
    /// <summary>Header fields that can be added to.</summary>
    public abstract class HttpHeaders
    {
        internal WebHeaderCollection Store { get; } = new WebHeaderCollection(true);

        /// <summary>Adds a field.</summary>
        /// <exception cref="ArgumentException">A restricted one, such as Range, Accept or User-Agent, or characters that are not allowed.</exception>
        public void Add(string name, string value)
        {
            Store.Add(name, value);
        }

        internal void AddAll(HttpHeaders source)
        {
            string[] names = source.Store.AllKeys;
            for (int i = 0; i < names.Length; i++)
            {
                Store.AddInternal(names[i], source.Store[names[i]]);
            }
        }
    }
}
