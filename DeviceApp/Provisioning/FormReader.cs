using System.Text;
using SecureEsp.DeviceApp.Formats;

namespace SecureEsp.DeviceApp.Provisioning
{
    /// <summary>Reads <c>application/x-www-form-urlencoded</c> (WHATWG URL, section 5.1), strictly: a percent sign must be followed by two digits, text must be UTF-8.</summary>
    public sealed class FormReader
    {
        private readonly byte[] _body;
        private readonly int _length;
        private int _next;

        /// <summary>Reads the first <paramref name="length"/> bytes of <paramref name="body"/>.</summary>
        public FormReader(byte[] body, int length)
        {
            _body = body;
            _length = length;
        }

        /// <summary>Whether it is no form; nothing more is read then.</summary>
        public bool Broken { get; private set; }

        /// <summary>Name of the field.</summary>
        public string Name { get; private set; }

        /// <summary>Its value.</summary>
        public string Value { get; private set; }

        /// <summary>Goes to the next field.</summary>
        /// <returns>False at the end, or where the form is <see cref="Broken"/>.</returns>
        public bool Next()
        {
            if (Broken || _next >= _length)
            {
                return false;
            }

            var end = Find('&', _length);
            var equals = Find('=', end);
            Name = Decode(_next, equals);
            Value = equals < end ? Decode(equals + 1, end) : "";
            _next = end + 1;
            Broken |= Name == null || Value == null || Name.Length == 0;
            return !Broken;
        }

        private int Find(char wanted, int end)
        {
            var at = _next;
            while (at < end && _body[at] != wanted)
            {
                at++;
            }

            return at;
        }

        // Null where it is no text.
        private string Decode(int start, int end)
        {
            var bytes = new byte[end - start];
            var length = 0;
            for (var i = start; i < end; i++)
            {
                var value = _body[i] == '+' ? ' ' : (int)_body[i];
                if (value == '%')
                {
                    value = i + 2 < end ? HttpText.HexByte((char)_body[i + 1], (char)_body[i + 2]) : -1;
                    i += 2;
                }

                if (value < 0)
                {
                    return null;
                }

                bytes[length++] = (byte)value;
            }

            return !Utf8.IsValid(bytes, length) ? null : length == 0 ? "" : Encoding.UTF8.GetString(bytes, 0, length);
        }
    }
}
