using SecureEsp.DeviceApp.Rpc;

namespace SecureEsp.DeviceApp.Tests.Fakes
{
    public sealed class FakeUpdates : IRpcUpdates
    {
        public string Done = "";

        public UpdateInfo Read()
        {
            return new UpdateInfo
            {
                Application = "Blink 1.2.3 from slot B", Version = "1.2.3", ActiveSlot = 2, RevertSlot = 1, IsCommitted = false, CommitTimeout = 90, IsRunning = true, Failure = ""
            };
        }

        public void Look(string url)
        {
            Done += "look " + (url ?? "-") + "\n";
        }

        public void Commit()
        {
            Done += "commit\n";
        }

        public void Revert()
        {
            throw new RpcException(RpcCode.Failed, "nothing to go back from");
        }
    }
}
