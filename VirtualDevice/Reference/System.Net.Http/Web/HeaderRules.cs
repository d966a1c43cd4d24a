using System.Collections;

namespace System.Net
{
    /// <summary>Which header fields firmware may not set, which take lists, and which characters are allowed.</summary>
    internal static class HeaderRules
    {
        private static readonly Hashtable s_restricted = Set(
            "accept", "connection", "content-length", "expect", "host", "if-modified-since", "proxy-connection", "range", "referer", "transfer-encoding", "user-agent");

        private static readonly Hashtable s_lists = Set(
            "allow", "accept", "authorization", "accept-ranges", "accept-charset", "accept-encoding", "accept-language", "cookie", "connection", "cache-control",
            "content-encoding", "content-language", "expect", "if-match", "if-none-match", "pragma", "proxy-authenticate", "proxy-authorization", "proxy-connection",
            "range", "set-cookie", "set-cookie2", "te", "trailer", "transfer-encoding", "upgrade", "via", "vary", "warning");

        internal static bool IsRestricted(string name)
        {
            return s_restricted.Contains(name.ToLower());
        }

        internal static bool IsList(string name)
        {
            return s_lists.Contains(name.ToLower());
        }

        /// <summary>A token (RFC 9110, 5.6.2), else ArgumentException.</summary>
        internal static string CheckName(string name)
        {
            if (string.IsNullOrEmpty(name))
            {
                throw new ArgumentException();
            }

            for (int i = 0; i < name.Length; i++)
            {
                if (name[i] <= ' ' || name[i] > '~' || "()<>@,;:\\\"'/[]?={}".IndexOf(name[i]) >= 0)
                {
                    throw new ArgumentException();
                }
            }

            return name;
        }

        /// <summary>The value without blanks around it; control characters and line breaks throw ArgumentException.</summary>
        internal static string CheckValue(string value)
        {
            if (string.IsNullOrEmpty(value))
            {
                return string.Empty;
            }

            value = value.Trim();
            for (int i = 0; i < value.Length; i++)
            {
                if (value[i] == 127 || (value[i] < ' ' && value[i] != '\t'))
                {
                    throw new ArgumentException();
                }
            }

            return value;
        }

        /// <summary>The elements of a list, split at commas outside quotation marks.</summary>
        internal static string[] Split(string value)
        {
            ArrayList elements = new ArrayList();
            bool quoted = false;
            int start = 0;
            for (int i = 0; i < value.Length; i++)
            {
                if (value[i] == '"')
                {
                    quoted = !quoted;
                }
                else if (value[i] == ',' && !quoted)
                {
                    elements.Add(value.Substring(start, i - start).Trim());
                    start = i + 1;
                }
            }

            if (start < value.Length)
            {
                elements.Add(value.Substring(start).Trim());
            }

            return (string[])elements.ToArray(typeof(string));
        }

        private static Hashtable Set(params string[] names)
        {
            Hashtable set = new Hashtable();
            for (int i = 0; i < names.Length; i++)
            {
                set.Add(names[i], names[i]);
            }

            return set;
        }
    }
}
