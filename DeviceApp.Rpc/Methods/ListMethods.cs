namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>RPC.*: what can be called.</summary>
    public sealed class ListMethods
    {
        private readonly RpcServer _server;

        private ListMethods(RpcServer server)
        {
            _server = server;
        }

        /// <summary>Adds them.</summary>
        public static void AddTo(RpcServer server)
        {
            var methods = new ListMethods(server);
            server.AddReading("RPC.List", "", methods.List);
            server.AddReading("RPC.Describe", "{name: %Q}", methods.Describe);
            server.AddReading("RPC.Ping", "", Ping);
        }

        private void List(RpcCall call)
        {
            call.Result.BeginArray();
            for (var i = 0; i < _server.Count; i++)
            {
                call.Result.Text(_server.Method(i).Name);
            }

            call.Result.EndArray();
        }

        private void Describe(RpcCall call)
        {
            var name = call.Text("name", 64) ?? throw RpcCall.Bad("name is required");
            var method = _server.Find(name) ?? throw new RpcException(RpcCode.NotFound, "name not found");
            call.Result.BeginObject();
            call.Result.Text("name", method.Name);
            call.Result.Text("args_fmt", method.Arguments);
            call.Result.EndObject();
        }

        private static void Ping(RpcCall call)
        {
            call.Result.BeginObject();
            call.Result.Text("channel_info", call.Channel);
            call.Result.EndObject();
        }
    }
}
