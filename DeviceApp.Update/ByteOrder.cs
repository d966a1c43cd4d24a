namespace SecureEsp.DeviceApp.Update
{
    /// <summary>Comparing bytes. What is compared here is public, so time may tell where they differ.</summary>
    public static class ByteOrder
    {
        /// <summary>Below 0 where the first is lower, as unsigned bytes, above 0 where it is higher, else 0. Both have so many bytes.</summary>
        public static int Compare(byte[] one, int oneAt, byte[] other, int otherAt, int count)
        {
            for (var i = 0; i < count; i++)
            {
                var difference = one[oneAt + i] - other[otherAt + i];
                if (difference != 0)
                {
                    return difference;
                }
            }

            return 0;
        }

        /// <summary>Whether two arrays have the same bytes.</summary>
        public static bool AreEqual(byte[] one, byte[] other)
        {
            return one.Length == other.Length && Compare(one, 0, other, 0, one.Length) == 0;
        }
    }
}
