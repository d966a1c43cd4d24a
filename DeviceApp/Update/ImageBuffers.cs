using System;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>Checks the images of a payload, and keeps them: the CLR runs them from these arrays as long as the device is on.</summary>
    public sealed class ImageBuffers : IPayloadSink
    {
        private readonly PayloadCheck _check;
        private int _image;
        private int _at;

        /// <summary>For the images of a manifest.</summary>
        public ImageBuffers(Manifest manifest)
        {
            // Before the slot was switched to, they were checked in full; since then they have not changed, by their digests.
            _check = new PayloadCheck(manifest, true);
            Images = new byte[manifest.Images.Length][];
            for (var i = 0; i < Images.Length; i++)
            {
                Images[i] = new byte[manifest.Images[i].Size];
            }
        }

        /// <summary>The images in the order in which they must be loaded.</summary>
        public byte[][] Images { get; }

        /// <inheritdoc/>
        public void Feed(byte[] bytes, int offset, int count)
        {
            _check.Feed(bytes, offset, count);
            while (count > 0 && _image < Images.Length)
            {
                var image = Images[_image];
                var used = count < image.Length - _at ? count : image.Length - _at;
                Array.Copy(bytes, offset, image, _at, used);
                offset += used;
                count -= used;
                _at += used;
                if (_at == image.Length)
                {
                    _image++;
                    _at = 0;
                }
            }
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
