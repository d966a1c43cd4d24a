using System.Text;
using SecureEsp.DeviceApp.Boot;
using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>The device's updates, as calls see them.</summary>
    public sealed class UpdateAccess : IRpcUpdates
    {
        private readonly Device _device;

        /// <summary>Of this device.</summary>
        public UpdateAccess(Device device)
        {
            _device = device;
        }

        // Known once the settings have been read; null for a device without keys.
        private UpdateAgent Agent
        {
            get { return _device.Updates ?? throw new RpcException(RpcCode.Failed, "this device takes no updates: it was given no update keys"); }
        }

        /// <inheritdoc/>
        public UpdateInfo Read()
        {
            var agent = Agent;
            var state = agent.State;
            var running = agent.Running;
            var isOnTrial = agent.Status == UpdateStatus.Testing;
            var back = state.Active != Slot.Factory && state.StatusOf(Slot.Other(state.Active)) == SlotStatus.Good ? Slot.Other(state.Active) : Slot.Factory;
            return new UpdateInfo
            {
                Application = _device.Application.Description,
                Version = running == null ? null : running.Manifest.Version.ToString(),
                ActiveSlot = isOnTrial ? state.Trial : state.Active,
                RevertSlot = isOnTrial ? state.Active : back,
                IsCommitted = !isOnTrial,
                CommitTimeout = _device.Settings.UpdateConfirmSeconds,
                IsRunning = agent.IsRunning,
                Failure = state.Failure
            };
        }

        /// <inheritdoc/>
        public void Look(string url)
        {
            var agent = Agent;
            if (agent.IsRunning)
            {
                throw new RpcException(RpcCode.Failed, "an update or a trial is under way");
            }

            if (url != null)
            {
                // The rules of the topics: what they would not store is not stored here.
                var answer = UpdateCommands.Decide(UpdateCommand.Url, Encoding.UTF8.GetBytes(url), false, agent.State.Settings, false);
                if (answer.Store == null)
                {
                    throw RpcCall.Bad("url must be an https URL of at most 512 characters");
                }

                answer.Store.UseUrl = true;
                Try(() => agent.Use(answer.Store));
            }

            agent.Ask();
        }

        /// <inheritdoc/>
        public void Commit()
        {
            Try(Agent.Commit);
        }

        /// <inheritdoc/>
        public void Revert()
        {
            Try(Agent.Revert);
        }

        private static void Try(Step step)
        {
            try
            {
                step();
            }
            catch (UpdateException e)
            {
                throw new RpcException(RpcCode.Failed, e.Message);
            }
        }

        private delegate void Step();
    }
}
