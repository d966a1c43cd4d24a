using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    /// <summary>A back end without slots and without files, as the board's own would be: it takes pieces and does not give them back.</summary>
    public sealed class MemoryBackend : IUpdateBackend, IUpdateSession
    {
        private byte[] _digest;

        /// <summary>What was stored.</summary>
        public byte[] Stored = new byte[0];

        /// <summary>What was asked for.</summary>
        public string Asked = "";

        /// <summary>Why it fails, a reason; 0 for not at all.</summary>
        public int Refuses;

        public UpdateStatus Status { get; set; }

        public int NextOffset
        {
            get { return Stored.Length; }
        }

        public IUpdateSession Start(UpdateDecision offer)
        {
            Asked += "start ";
            _digest = offer.Digest;
            Stored = new byte[0];
            return this;
        }

        public IUpdateSession Resume(UpdateDecision offer, byte[] head)
        {
            Asked += "resume ";
            return _digest != null && ByteOrder.AreEqual(_digest, offer.Digest) ? this : null;
        }

        public void Store(byte[] piece, int count)
        {
            if (Refuses != 0)
            {
                throw new UpdateException(Refuses, "no room");
            }

            Stored = TestBytes.Join(Stored, TestBytes.Cut(piece, 0, count));
        }

        public bool TryRead(int position, byte[] buffer, int count)
        {
            return false;
        }

        public void Complete()
        {
            Asked += "complete ";
            Status = UpdateStatus.TestPending;
        }

        public void Abort()
        {
            Asked += "abort ";
        }

        public void Confirm()
        {
            Asked += "confirm ";
            Status = UpdateStatus.Confirmed;
        }

        public void Fail(string failure)
        {
            Asked += "fail: " + failure;
        }

        public void Revert()
        {
            Asked += "revert ";
            Status = UpdateStatus.RollbackPending;
        }
    }
}
