namespace SecureEsp.DeviceApp.Storage
{
    /// <summary>How something is laid out in a record of a <see cref="RecordPair"/>.</summary>
    public interface IRecordFormat
    {
        /// <summary>The record's bytes, at most <see cref="RecordWriter.MaxBytes"/>.</summary>
        byte[] Encode(object content, uint sequence);

        /// <summary>Reads a record.</summary>
        /// <param name="bytes">The record; null is no record.</param>
        /// <param name="sequence">One more than that of the record before it.</param>
        /// <returns>Null where a bit of it is wrong, or a value is out of its range.</returns>
        object Decode(byte[] bytes, out uint sequence);
    }
}
