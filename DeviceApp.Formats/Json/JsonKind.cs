namespace SecureEsp.DeviceApp.Formats.Json
{
    /// <summary>What a value is.</summary>
    public enum JsonKind
    {
        /// <summary>There is none.</summary>
        Missing,

        /// <summary>Names and values.</summary>
        Object,

        /// <summary>Values.</summary>
        Array,

        /// <summary>A string; the names of an object are strings, too.</summary>
        String,

        /// <summary>A number.</summary>
        Number,

        /// <summary>True.</summary>
        True,

        /// <summary>False.</summary>
        False,

        /// <summary>Null.</summary>
        Null
    }
}
