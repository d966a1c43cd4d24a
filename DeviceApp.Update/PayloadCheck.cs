namespace SecureEsp.DeviceApp.Update
{
    /// <summary>Checks all images of a payload, decrypted and without padding, as its bytes come; in constant memory.</summary>
    public sealed class PayloadCheck
    {
        private readonly Manifest _manifest;
        private readonly bool _wasChecked;
        private PeImageCheck _check;
        private int _image = -1;
        private int _left;

        /// <summary>Checks against what the manifest says.</summary>
        public PayloadCheck(Manifest manifest)
            : this(manifest, false)
        {
        }

        /// <summary>Checks against what the manifest says.</summary>
        /// <param name="manifest">The manifest.</param>
        /// <param name="wasChecked">
        /// Whether these very bytes, by their signed digests, were checked before: the check values of the images' bodies are not made again, which would
        /// be nearly all of the work.
        /// </param>
        public PayloadCheck(Manifest manifest, bool wasChecked)
        {
            _manifest = manifest;
            _wasChecked = wasChecked;
        }

        /// <summary>A <see cref="UpdateReason"/>; what comes after a refusal is not looked at.</summary>
        public int Reason { get; private set; }

        /// <summary>Name of the image that <see cref="Reason"/> is about; null where there is none.</summary>
        public string Detail
        {
            get { return Reason == UpdateReason.Accepted || _image < 0 ? null : _manifest.Images[_image].Name; }
        }

        /// <summary>Takes the next bytes.</summary>
        public void Feed(byte[] bytes, int offset, int count)
        {
            while (count > 0 && Reason == UpdateReason.Accepted)
            {
                if (_left == 0 && !Next())
                {
                    Reason = UpdateReason.ImageSize;
                    return;
                }

                var used = count < _left ? count : _left;
                _check.Feed(bytes, offset, used);
                Reason = _check.Reason;
                offset += used;
                count -= used;
                _left -= used;
                if (_left == 0 && Reason == UpdateReason.Accepted)
                {
                    Reason = _check.Finish();
                }
            }
        }

        /// <summary>Nothing more comes.</summary>
        /// <returns>A <see cref="UpdateReason"/>.</returns>
        public int Finish()
        {
            if (Reason == UpdateReason.Accepted && (_left > 0 || _image != _manifest.Images.Length - 1))
            {
                Reason = UpdateReason.ImageTruncated;
            }

            return Reason;
        }

        private bool Next()
        {
            if (_image == _manifest.Images.Length - 1)
            {
                return false;
            }

            _image++;
            _check = new PeImageCheck(_manifest.Images[_image], _wasChecked);
            _left = _manifest.Images[_image].Size;
            return true;
        }
    }
}
