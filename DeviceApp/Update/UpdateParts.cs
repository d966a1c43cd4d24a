using SecureEsp.DeviceApp.Storage;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>What the steps of an update work with.</summary>
    public sealed class UpdateParts
    {
        /// <summary>What is remembered from one boot to the next.</summary>
        public UpdateStore Store;

        /// <summary>The keys in force.</summary>
        public UpdateKeys Keys;

        /// <summary>The files of both slots.</summary>
        public Slots Slots;

        /// <summary>Checks signatures.</summary>
        public ISignatureScheme Scheme;

        /// <summary>Makes digests of chunks.</summary>
        public IKeyedHash Hash;

        /// <summary>The keys for encrypted payloads.</summary>
        public PayloadKeys PayloadKeys;

        /// <summary>What the hosted application is told before it starts.</summary>
        public KeyValueFile ApplicationSettings;

        /// <summary>Tells what happens.</summary>
        public IUpdateLog Log;
    }

    /// <summary>Where updates tell what happens: the console and the log topic.</summary>
    public interface IUpdateLog
    {
        /// <summary>Something went as it should, or goes on.</summary>
        void Info(string text);

        /// <summary>Something succeeded that was asked for.</summary>
        void Success(string text);

        /// <summary>Something failed.</summary>
        void Error(string text);
    }
}
