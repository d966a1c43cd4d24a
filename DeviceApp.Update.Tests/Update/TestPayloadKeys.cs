using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    /// <summary>One key, under which the MAC of <see cref="TestManifest.Encryption"/> is right.</summary>
    public sealed class TestPayloadKeys : IPayloadKeys
    {
        public bool Has(string name)
        {
            return name == "fleet";
        }

        public bool Authenticates(Manifest manifest)
        {
            return ByteOrder.AreEqual(manifest.Encryption.Mac, TestBytes.Of(32, 2));
        }
    }
}
