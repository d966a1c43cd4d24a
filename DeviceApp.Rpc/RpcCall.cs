using SecureEsp.DeviceApp.Formats.Json;

namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>One call: its arguments, and where its result goes.</summary>
    public sealed class RpcCall
    {
        private readonly int _arguments;

        /// <summary>A call.</summary>
        /// <param name="json">The text that the arguments are in.</param>
        /// <param name="arguments">The object with the arguments; <see cref="JsonTokens.None"/> for none.</param>
        /// <param name="result">Takes the result.</param>
        /// <param name="channel">Which way the call came, in words.</param>
        public RpcCall(JsonTokens json, int arguments, JsonWriter result, string channel)
        {
            Json = json;
            _arguments = arguments;
            Result = result;
            Channel = channel;
        }

        /// <summary>The text that the arguments are in.</summary>
        public JsonTokens Json { get; }

        /// <summary>Takes the result.</summary>
        public JsonWriter Result { get; }

        /// <summary>Which way the call came, in words.</summary>
        public string Channel { get; }

        /// <summary>An argument's value; <see cref="JsonTokens.None"/> where it is missing or null.</summary>
        public int Token(string name)
        {
            var token = TokenOrNull(name);
            return Json.Kind(token) == JsonKind.Null ? JsonTokens.None : token;
        }

        /// <summary>An argument's value, which may be null; <see cref="JsonTokens.None"/> where it is missing.</summary>
        public int TokenOrNull(string name)
        {
            return Json.Find(_arguments, name);
        }

        /// <summary>A string; null where it is missing.</summary>
        /// <exception cref="RpcException">It is of another type, or longer than <paramref name="mostBytes"/> bytes.</exception>
        public string Text(string name, int mostBytes)
        {
            var token = Token(name);
            if (token == JsonTokens.None)
            {
                return null;
            }

            return Json.Text(token, mostBytes) ?? throw Bad(name + " must be a string of at most " + mostBytes.ToString() + " bytes");
        }

        /// <summary>A whole number; <paramref name="standard"/> where it is missing.</summary>
        /// <exception cref="RpcException">It is of another type, or out of range.</exception>
        public int Number(string name, int least, int most, int standard)
        {
            var token = Token(name);
            if (token == JsonTokens.None)
            {
                return standard;
            }

            long value;
            if (!Json.TryInteger(token, least, most, out value))
            {
                throw Bad(name + " must be a whole number from " + least.ToString() + " to " + most.ToString());
            }

            return (int)value;
        }

        /// <summary>True or false; false where it is missing.</summary>
        /// <exception cref="RpcException">It is of another type.</exception>
        public bool Flag(string name)
        {
            switch (Json.Kind(Token(name)))
            {
                case JsonKind.True: return true;
                case JsonKind.False:
                case JsonKind.Missing: return false;
                default: throw Bad(name + " must be true or false");
            }
        }

        /// <summary>What to throw for an argument that cannot be used.</summary>
        public static RpcException Bad(string message)
        {
            return new RpcException(RpcCode.BadArguments, message);
        }
    }
}
