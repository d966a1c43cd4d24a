namespace SecureEsp.DeviceApp.Update
{
    /// <summary>What is wrong with a CBOR text; each is also the last digit of a reason code, see <see cref="UpdateReason"/>.</summary>
    public enum CborError
    {
        /// <summary>Nothing.</summary>
        None = 0,

        /// <summary>It ends within an item.</summary>
        Truncated = 1,

        /// <summary>Another type of item is wanted here.</summary>
        WrongType = 2,

        /// <summary>A number is not in its shortest form, or a length is indefinite (RFC 8949 section 4.2.1).</summary>
        NotDeterministic = 3,

        /// <summary>A number, a length or a count is outside its limits.</summary>
        OutOfRange = 4,

        /// <summary>Text is not UTF-8, or has a control character in it.</summary>
        BadText = 5,

        /// <summary>A map's key is unknown, missing, doubled, or out of order.</summary>
        WrongKey = 6,

        /// <summary>Something follows after the end.</summary>
        TrailingBytes = 7
    }
}
