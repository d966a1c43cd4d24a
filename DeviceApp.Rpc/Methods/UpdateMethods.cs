using SecureEsp.DeviceApp.Formats;

namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>OTA.*, as in Mongoose OS, and Update.*: the same in the words of this firmware.</summary>
    public sealed class UpdateMethods
    {
        private readonly IRpcUpdates _updates;

        /// <summary>Over these updates.</summary>
        public UpdateMethods(IRpcUpdates updates)
        {
            _updates = updates;
        }

        /// <summary>Adds them.</summary>
        public void AddTo(RpcServer server)
        {
            server.Add("OTA.Update", "{url: %Q}", Look);
            server.Add("OTA.Commit", "", Commit);
            server.Add("OTA.Revert", "", Revert);
            server.AddReading("OTA.GetBootState", "", GetBootState);
            server.Add("Update.Run", "{url: %Q}", Look);
            server.Add("Update.Commit", "", Commit);
            server.Add("Update.Revert", "", Revert);
            server.AddReading("Update.Status", "", Status);
        }

        private void Look(RpcCall call)
        {
            var url = call.Text("url", HttpsUrl.MaxStored);
            var info = _updates.Read();
            if (call.Number("commit_timeout", 0, int.MaxValue, info.CommitTimeout) != info.CommitTimeout)
            {
                throw RpcCall.Bad("commit_timeout is " + info.CommitTimeout.ToString() + ", the setting update.confirm");
            }

            _updates.Look(string.IsNullOrEmpty(url) ? null : url);
        }

        private void Commit(RpcCall call)
        {
            _updates.Commit();
        }

        private void Revert(RpcCall call)
        {
            _updates.Revert();
        }

        private void GetBootState(RpcCall call)
        {
            var info = _updates.Read();
            call.Result.BeginObject();
            call.Result.Number("active_slot", info.ActiveSlot);
            call.Result.Flag("is_committed", info.IsCommitted);
            call.Result.Number("revert_slot", info.RevertSlot);
            call.Result.Number("commit_timeout", info.CommitTimeout);
            call.Result.EndObject();
        }

        private void Status(RpcCall call)
        {
            var info = _updates.Read();
            call.Result.BeginObject();
            call.Result.Text("application", info.Application);
            call.Result.Text("version", info.Version);
            call.Result.Flag("is_committed", info.IsCommitted);
            call.Result.Flag("is_running", info.IsRunning);
            call.Result.Text("failure", info.Failure);
            call.Result.EndObject();
        }
    }
}
