namespace SecureEsp.DeviceApp.Update
{
    /// <summary>Checks the images of a payload in passing.</summary>
    public sealed class ImageScan : IPayloadSink
    {
        private readonly PayloadCheck _check;

        /// <summary>For the images of a manifest.</summary>
        public ImageScan(Manifest manifest)
        {
            _check = new PayloadCheck(manifest);
        }

        /// <inheritdoc/>
        public void Feed(byte[] bytes, int offset, int count)
        {
            _check.Feed(bytes, offset, count);
        }

        /// <summary>Nothing more comes.</summary>
        /// <exception cref="UpdateException">An image is not what the manifest says, or one that must not run.</exception>
        public void Finish()
        {
            var reason = _check.Finish();
            if (reason != UpdateReason.Accepted)
            {
                throw new UpdateException(reason, _check.Detail);
            }
        }
    }
}
