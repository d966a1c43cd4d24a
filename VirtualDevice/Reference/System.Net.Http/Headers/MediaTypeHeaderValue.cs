namespace System.Net.Http.Http.Headers
{
    /// <summary>A media type with its character set; the doubled namespace is the library's.</summary>
    public class MediaTypeHeaderValue
    {
        private const string CharSetLabel = "charset=";

        /// <summary>Makes a media type, such as text/plain.</summary>
        /// <exception cref="FormatException">No slash, or a parameter.</exception>
        public MediaTypeHeaderValue(string mediaType)
        {
            if (string.IsNullOrEmpty(mediaType))
            {
                throw new ArgumentException();
            }

            if (mediaType.Contains(";") || !mediaType.Contains("/"))
            {
                throw new FormatException();
            }

            MediaType = mediaType;
        }

        /// <summary>Character set, null where there is none.</summary>
        public string CharSet { get; set; }

        /// <summary>Type and subtype.</summary>
        public string MediaType { get; set; }

        /// <summary>Reads a media type with at most one parameter, charset.</summary>
        /// <exception cref="FormatException">Anything else.</exception>
        public static MediaTypeHeaderValue Parse(string input)
        {
            if (input == null)
            {
                throw new ArgumentNullException();
            }

            string[] parts = input.Split(';');
            string type = parts[0].Trim();
            if (type.Length == 0 || parts.Length > 2)
            {
                throw new FormatException();
            }

            MediaTypeHeaderValue value = new MediaTypeHeaderValue(type);
            if (parts.Length == 2)
            {
                string parameter = parts[1].Trim();
                value.CharSet = parameter.StartsWith(CharSetLabel) ? parameter.Substring(CharSetLabel.Length) : throw new FormatException();
            }

            return value;
        }

        /// <inheritdoc/>
        public override string ToString()
        {
            return CharSet == null ? MediaType : MediaType + "; " + CharSetLabel + CharSet;
        }
    }
}
