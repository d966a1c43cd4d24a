namespace SecureEsp.DeviceApp.Update
{
    /// <summary>The keys for encrypted payloads that the device has.</summary>
    public interface IPayloadKeys
    {
        /// <summary>Whether there is a key of this name.</summary>
        bool Has(string name);

        /// <summary>Whether the payload's MAC is right under the key of the name that it gives: the key is the one that it was encrypted with.</summary>
        /// <param name="manifest">One with an encryption whose key there is.</param>
        bool Authenticates(Manifest manifest);
    }
}
