using SecureEsp.DeviceApp.Formats.Json;
using SecureEsp.DeviceApp.Rpc;
using SecureEsp.DeviceApp.Tests.Fakes;
using SecureEsp.DeviceApp.Tests.Json;

namespace SecureEsp.DeviceApp.Tests.Rpc
{
    /// <summary>A server with all methods over fakes. JSON has apostrophes for quotes, both ways.</summary>
    public sealed class TestServer
    {
        private readonly RpcServer _server;
        private readonly JsonWriter _reply = new JsonWriter(new byte[RpcServer.MaxFrame], RpcServer.MaxFrame);

        public TestServer()
        {
            _server = new RpcServer("dev-1", System);
            ListMethods.AddTo(_server);
            new SystemMethods(System).AddTo(_server);
            new FileMethods(Files).AddTo(_server);
            new ConfigMethods(Settings, System).AddTo(_server);
            new WifiMethods(System).AddTo(_server);
            new UpdateMethods(Updates).AddTo(_server);
        }

        public FakeFiles Files { get; } = new FakeFiles();

        public FakeSettings Settings { get; } = new FakeSettings();

        public FakeUpdates Updates { get; } = new FakeUpdates();

        public FakeSystem System { get; } = new FakeSystem();

        public RpcServer Server
        {
            get { return _server; }
        }

        /// <summary>The answer to a frame of MQTT.</summary>
        public string Message(string frame)
        {
            var bytes = TestJson.Bytes(frame);
            var outcome = _server.Frame(bytes, 0, bytes.Length, "mqtt", _reply, source => RpcTopics.Reply("dev-1", source) != null);
            return outcome == RpcOutcome.Reply ? Text() : outcome == RpcOutcome.NoReply ? "none" : "malformed";
        }

        /// <summary>The answer to a frame; "none" and "malformed" for the other outcomes.</summary>
        public string Frame(string frame)
        {
            var bytes = TestJson.Bytes(frame);
            switch (_server.Frame(bytes, 0, bytes.Length, "test", _reply))
            {
                case RpcOutcome.Reply: return Text();
                case RpcOutcome.NoReply: return "none";
                default: return "malformed";
            }
        }

        /// <summary>Status and answer.</summary>
        public string Call(string method, string arguments)
        {
            var bytes = TestJson.Bytes(arguments);
            var status = _server.Call(method, bytes, 0, bytes.Length, "test", _reply);
            return status.ToString() + " " + Text();
        }

        /// <summary>Status and answer.</summary>
        public string Query(string method, string query)
        {
            var status = _server.Query(method, query, new byte[256], "test", _reply);
            return status.ToString() + " " + Text();
        }

        private string Text()
        {
            var characters = TestJson.Text(_reply).ToCharArray();
            for (var i = 0; i < characters.Length; i++)
            {
                characters[i] = characters[i] == '"' ? '\'' : characters[i];
            }

            return new string(characters);
        }
    }
}
