namespace SecureEsp.DeviceApp.Storage
{
    /// <summary>Types of the fields of a record. They lie on flash in devices in the field.</summary>
    public static class RecordType
    {
        /// <summary>UTF-8.</summary>
        public const int Text = 1;

        /// <summary>Four bytes, little endian.</summary>
        public const int Number = 2;

        /// <summary>One byte, 0 or 1.</summary>
        public const int Flag = 3;

        /// <summary>Bytes.</summary>
        public const int Bytes = 4;
    }
}
