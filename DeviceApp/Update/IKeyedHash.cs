namespace SecureEsp.DeviceApp.Update
{
    /// <summary>HMAC-SHA-256 with the fixed public key of bundles: a hash at native speed.</summary>
    public interface IKeyedHash
    {
        /// <summary>The digest of the first <paramref name="count"/> bytes, 32 bytes.</summary>
        byte[] Of(byte[] bytes, int count);
    }
}
