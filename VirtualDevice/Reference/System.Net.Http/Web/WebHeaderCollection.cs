using System.Collections;
using System.Text;

namespace System.Net
{
    /// <summary>Header fields; names are compared without regard to case, values of one name are joined with commas.</summary>
    public class WebHeaderCollection
    {
        private readonly ArrayList _names = new ArrayList();
        private readonly ArrayList _values = new ArrayList();
        private readonly bool _restrict;

        /// <summary>Makes a collection that takes any field.</summary>
        public WebHeaderCollection()
        {
        }

        internal WebHeaderCollection(bool restrict)
        {
            _restrict = restrict;
        }

        /// <summary>How many names there are.</summary>
        public int Count => _names.Count;

        /// <summary>The names, in the order in which they were added.</summary>
        public string[] AllKeys => (string[])_names.ToArray(typeof(string));

        /// <summary>The value of a field, null where it is missing.</summary>
        public string this[string header]
        {
            get
            {
                int index = IndexOf(header);
                return index < 0 ? null : (string)_values[index];
            }
        }

        /// <summary>True for a field that Add, Set and Remove refuse in a request, such as Range or Host.</summary>
        public static bool IsRestricted(string headerName)
        {
            if (string.IsNullOrEmpty(headerName))
            {
                throw new ArgumentNullException();
            }

            return HeaderRules.IsRestricted(HeaderRules.CheckName(headerName));
        }

        /// <summary>Adds a value.</summary>
        /// <exception cref="ArgumentException">A restricted field, or characters that are not allowed.</exception>
        public void Add(string name, string value)
        {
            AddInternal(Changeable(name), HeaderRules.CheckValue(value));
        }

        /// <summary>Adds a value, given as "name: value".</summary>
        /// <exception cref="ArgumentException">No colon, a restricted field, or characters that are not allowed.</exception>
        public void Add(string header)
        {
            if (string.IsNullOrEmpty(header))
            {
                throw new ArgumentNullException();
            }

            int colon = header.IndexOf(':');
            if (colon < 0)
            {
                throw new ArgumentException();
            }

            Add(header.Substring(0, colon), header.Substring(colon + 1));
        }

        /// <summary>Replaces the values of a field.</summary>
        /// <exception cref="ArgumentException">A restricted field, or characters that are not allowed.</exception>
        public void Set(string name, string value)
        {
            ChangeInternal(Changeable(name), HeaderRules.CheckValue(value));
        }

        /// <summary>Removes a field.</summary>
        /// <exception cref="ArgumentException">A restricted field.</exception>
        public void Remove(string name)
        {
            RemoveInternal(Changeable(name));
        }

        /// <summary>The values of a field, split where it is a list; null where it is missing or empty.</summary>
        public string[] GetValues(string header)
        {
            string value = this[header];
            if (string.IsNullOrEmpty(value))
            {
                return null;
            }

            return HeaderRules.IsList(header) ? HeaderRules.Split(value) : new string[] { value };
        }

        /// <summary>The fields as they go over the wire, with the empty line at the end.</summary>
        public override string ToString()
        {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < _names.Count; i++)
            {
                text.Append((string)_names[i]).Append(": ").Append((string)_values[i]).Append("\r\n");
            }

            return text.Append("\r\n").ToString();
        }

        /// <summary>The fields as they go over the wire, in UTF-8.</summary>
        public byte[] ToByteArray()
        {
            return Encoding.UTF8.GetBytes(ToString());
        }

        internal void AddInternal(string name, string value)
        {
            int index = IndexOf(name);
            if (index >= 0)
            {
                _values[index] = (string)_values[index] + "," + value;
                return;
            }

            _names.Add(name);
            _values.Add(value);
        }

        internal void ChangeInternal(string name, string value)
        {
            RemoveInternal(name);
            AddInternal(name, value);
        }

        internal void RemoveInternal(string name)
        {
            int index = IndexOf(name);
            if (index >= 0)
            {
                _names.RemoveAt(index);
                _values.RemoveAt(index);
            }
        }

        private string Changeable(string name)
        {
            name = HeaderRules.CheckName(name);
            if (_restrict && HeaderRules.IsRestricted(name))
            {
                throw new ArgumentException("Cannot update restricted header: " + name);
            }

            return name;
        }

        private int IndexOf(string name)
        {
            string lower = name.ToLower();
            for (int i = 0; i < _names.Count; i++)
            {
                if (((string)_names[i]).ToLower() == lower)
                {
                    return i;
                }
            }

            return -1;
        }
    }
}
