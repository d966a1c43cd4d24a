using System;
using System.Collections;
using System.Threading;
using SecureEsp.DeviceApp.Boot;
using SecureEsp.DeviceApp.Formats.Json;
using SecureEsp.DeviceApp.Mqtt;

namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>
    /// Calls over MQTT, carried out on a thread of their own, one after the other. Who may call is the broker's to say: its rules let only
    /// operators write to the topic.
    /// </summary>
    public sealed class RpcMessages : IMessageHandler
    {
        private const int MaxWaiting = 4;

        private readonly Device _device;
        private readonly RpcServer _server;
        private readonly string _topic;
        private readonly Queue _waiting = new Queue();
        private JsonWriter _reply;
        private bool _isWorking;

        /// <summary>Listens for this device.</summary>
        public RpcMessages(Device device, RpcServer server)
        {
            _device = device;
            _server = server;
            _topic = RpcTopics.Request(device.Settings.DeviceId);
        }

        /// <inheritdoc/>
        public string Name
        {
            get { return "remote calls"; }
        }

        /// <inheritdoc/>
        public string[] Topics
        {
            get { return new[] { _topic }; }
        }

        /// <inheritdoc/>
        public bool Handle(string topic, byte[] payload, bool retained)
        {
            if (topic != _topic)
            {
                return false;
            }

            lock (_waiting)
            {
                if (retained || payload.Length > RpcServer.MaxFrame || _waiting.Count >= MaxWaiting)
                {
                    // A retained one would be carried out again at each connect.
                    _device.Console.WriteLine("rpc", "ignored a call: " + (retained ? "it was retained" : payload.Length > RpcServer.MaxFrame ? "it is too long" : "too many wait"));
                    return true;
                }

                _waiting.Enqueue(payload);
                if (!_isWorking)
                {
                    new Thread(Work).Start();
                    _isWorking = true;
                }
            }

            return true;
        }

        // Ends when no call is left.
        private void Work()
        {
            for (var frame = Next(); frame != null; frame = Next())
            {
                try
                {
                    _reply ??= new JsonWriter(new byte[RpcServer.MaxFrame], RpcServer.MaxFrame);
                    Answer(frame, _reply);
                }
                catch (Exception e)
                {
                    // One call is lost, not those after it.
                    _device.Console.Tell("rpc", "a call ended with " + e.GetType().Name + ", " + e.Message);
                }
            }
        }

        private byte[] Next()
        {
            lock (_waiting)
            {
                _isWorking = _waiting.Count > 0;
                return _isWorking ? (byte[])_waiting.Dequeue() : null;
            }
        }

        private void Answer(byte[] frame, JsonWriter reply)
        {
            string topic = null;
            var outcome = _server.Frame(frame, 0, frame.Length, "mqtt", reply, source => (topic = RpcTopics.Reply(_device.Settings.DeviceId, source)) != null);
            if (outcome == RpcOutcome.Malformed)
            {
                _device.Console.WriteLine("rpc", "ignored a call: it is no frame for this device, or from a source that is not below " + _topic);
            }

            if (outcome == RpcOutcome.Reply)
            {
                var bytes = new byte[reply.Length];
                Array.Copy(reply.Buffer, bytes, bytes.Length);
                _device.Session.Answer(topic, bytes);
            }
        }
    }
}
