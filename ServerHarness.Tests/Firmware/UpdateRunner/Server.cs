using System;
using SecureEsp.DeviceApp.Formats;
using SecureEsp.DeviceApp.Update;

namespace UpdateRunner
{
    /// <summary>An update server that offers one bundle, and may lose the connection for good at a position.</summary>
    public sealed class Server : IUpdateProvider, IUpdateProviders
    {
        private readonly byte[] _bundle;
        private readonly int _cutAt;

        public Server(byte[] bundle, int cutAt)
        {
            _bundle = bundle;
            _cutAt = cutAt;
        }

        public int Ahead { get; set; }

        public IUpdateProvider For(HttpsUrl url)
        {
            return this;
        }

        public bool TryGetOffer(out int length)
        {
            length = _bundle.Length;
            return length > 0;
        }

        public void Read(int position, byte[] buffer, int count)
        {
            if (position + count > _cutAt)
            {
                throw new UpdateException(DownloadReason.Unreachable, "cut");
            }

            Array.Copy(_bundle, position, buffer, 0, count);
        }

        public void Close()
        {
        }
    }
}
