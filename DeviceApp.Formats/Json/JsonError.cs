namespace SecureEsp.DeviceApp.Formats.Json
{
    /// <summary>Why a text is not taken as JSON.</summary>
    public enum JsonError
    {
        /// <summary>It is JSON.</summary>
        None,

        /// <summary>It ends in the middle of a value, or has none.</summary>
        Truncated,

        /// <summary>A byte that cannot stand there.</summary>
        Unexpected,

        /// <summary>Something follows the value.</summary>
        TrailingBytes,

        /// <summary>Bytes that are no UTF-8 (RFC 3629).</summary>
        BadUtf8,

        /// <summary>A control character within a string, or one that is escaped as <c>\u0000</c>, which ends strings on the device.</summary>
        ControlCharacter,

        /// <summary>An escape that JSON does not have.</summary>
        BadEscape,

        /// <summary>Half of a surrogate pair.</summary>
        LoneSurrogate,

        /// <summary>Digits in a form that JSON does not have, as in <c>01</c> or <c>1.</c>.</summary>
        BadNumber,

        /// <summary>More than <see cref="JsonTokens.MaxNumber"/> characters.</summary>
        NumberTooLong,

        /// <summary>An object has the same name twice.</summary>
        DuplicateName,

        /// <summary>More than <see cref="JsonTokens.MaxDepth"/> objects and arrays in one another.</summary>
        TooDeep,

        /// <summary>More than <see cref="JsonTokens.MaxTokens"/> values and names.</summary>
        TooMany
    }

    /// <summary>The errors in words.</summary>
    public static class JsonErrorWords
    {
        /// <summary>A few words, to stand behind what was read.</summary>
        public static string Of(JsonError error)
        {
            switch (error)
            {
                case JsonError.None: return "well-formed";
                case JsonError.Truncated: return "it ends too early";
                case JsonError.TrailingBytes: return "something follows the value";
                case JsonError.BadUtf8: return "no valid UTF-8";
                case JsonError.ControlCharacter: return "a control character in a string";
                case JsonError.BadEscape: return "an unknown escape";
                case JsonError.LoneSurrogate: return "half of a surrogate pair";
                case JsonError.BadNumber: return "a malformed number";
                case JsonError.NumberTooLong: return "a number of more than " + JsonTokens.MaxNumber.ToString() + " characters";
                case JsonError.DuplicateName: return "a name stands twice in an object";
                case JsonError.TooDeep: return "nested more than " + JsonTokens.MaxDepth.ToString() + " deep";
                case JsonError.TooMany: return "too many values";
                default: return "an unexpected character";
            }
        }
    }
}
