using SecureEsp.DeviceApp.Formats.Json;

namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>The parts of a frame that was read (Mongoose OS, rpc-common). Members that it does not know are passed over.</summary>
    public sealed class RpcFrame
    {
        private const int MaxMethod = 64;
        private const int MaxName = 128;
        private const int MaxId = 66;

        private RpcFrame()
        {
        }

        /// <summary>Token of the id: a number, or a string; it is answered as it stands. <see cref="JsonTokens.None"/> for no answer.</summary>
        public int Id { get; private set; }

        /// <summary>Who sent it; null where it does not say.</summary>
        public string Source { get; private set; }

        /// <summary>Whom it is for; null where it does not say.</summary>
        public string Destination { get; private set; }

        /// <summary>What to call.</summary>
        public string Method { get; private set; }

        /// <summary>Token of the object with the arguments; <see cref="JsonTokens.None"/> for none.</summary>
        public int Arguments { get; private set; }

        /// <summary>Takes a frame apart.</summary>
        /// <returns>Null where it is none.</returns>
        public static RpcFrame Read(JsonTokens json)
        {
            var frame = new RpcFrame { Id = Value(json, "id"), Method = json.Text(json.Find(0, "method"), MaxMethod) };
            var id = json.Kind(frame.Id);
            var isIdFit = id == JsonKind.Missing || ((id == JsonKind.Number || id == JsonKind.String) && json.Length(frame.Id) <= MaxId);
            if (json.Kind(0) != JsonKind.Object || !isIdFit || string.IsNullOrEmpty(frame.Method))
            {
                return null;
            }

            // Older versions of the tool say args.
            var arguments = Value(json, "params");
            frame.Arguments = arguments != JsonTokens.None ? arguments : Value(json, "args");
            var kind = json.Kind(frame.Arguments);
            var source = Value(json, "src");
            var destination = Value(json, "dst");
            frame.Source = json.Text(source, MaxName);
            frame.Destination = json.Text(destination, MaxName);
            var isNamed = (source == JsonTokens.None || frame.Source != null) && (destination == JsonTokens.None || frame.Destination != null);
            return isNamed && (kind == JsonKind.Missing || kind == JsonKind.Object) ? frame : null;
        }

        private static int Value(JsonTokens json, string name)
        {
            var token = json.Find(0, name);
            return json.Kind(token) == JsonKind.Null ? JsonTokens.None : token;
        }
    }
}
