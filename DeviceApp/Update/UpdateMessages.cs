using SecureEsp.DeviceApp.Boot;
using SecureEsp.DeviceApp.Mqtt;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>Does what the update topics ask for.</summary>
    public sealed class UpdateMessages : IMessageHandler
    {
        private readonly Device _device;
        private readonly UpdateAgent _agent;
        private readonly UpdateTopics _topics;

        /// <summary>Listens for this device.</summary>
        public UpdateMessages(Device device, UpdateAgent agent, UpdateTopics topics)
        {
            _device = device;
            _agent = agent;
            _topics = topics;
        }

        /// <inheritdoc/>
        public string Name
        {
            get { return "updates"; }
        }

        /// <inheritdoc/>
        public string[] Topics
        {
            get { return _topics.All; }
        }

        /// <inheritdoc/>
        public bool Handle(string topic, byte[] payload, bool retained)
        {
            var command = _topics.Match(topic);
            if (command == UpdateCommand.None)
            {
                return false;
            }

            var answer = UpdateCommands.Decide(command, payload, retained, _agent.State.Settings, _agent.IsRunning);
            if (answer.Store != null && !TryStore(answer.Store))
            {
                return true;
            }

            if (answer.Revert)
            {
                Revert();
                return true;
            }

            _device.Session.Log(answer.Line);
            if (answer.Warning != null)
            {
                _device.Session.Log(answer.Warning);
            }

            if (answer.Run)
            {
                _agent.Ask();
            }

            if (answer.Restart)
            {
                _agent.RestartSoon();
            }

            return true;
        }

        private bool TryStore(UpdateSettings settings)
        {
            try
            {
                _agent.Use(settings);
                return true;
            }
            catch (UpdateException e)
            {
                _device.Session.Log("[ERROR] " + e.Message);
                return false;
            }
        }

        private void Revert()
        {
            try
            {
                _agent.Revert();
            }
            catch (UpdateException e)
            {
                _device.Session.Log("[ERROR] Update: " + e.Message);
            }
        }
    }
}
