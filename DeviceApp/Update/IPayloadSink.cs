namespace SecureEsp.DeviceApp.Update
{
    /// <summary>Where a payload goes, in order, each part checked against its digest before.</summary>
    public interface IPayloadSink
    {
        /// <summary>Takes the next bytes; the array is only lent.</summary>
        void Feed(byte[] bytes, int offset, int count);
    }
}
