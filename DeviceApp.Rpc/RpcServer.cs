using System;
using System.Collections;
using SecureEsp.DeviceApp.Formats.Json;

namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>
    /// Answers remote procedure calls in the form of Mongoose OS, whichever way they come: a frame with an id, or a method's name
    /// with its arguments. One call at a time; the memory for reading a call is made once. Thread-safe.
    /// </summary>
    public sealed class RpcServer
    {
        /// <summary>Largest frame, and largest answer, in bytes.</summary>
        public const int MaxFrame = 4096;

        private const int MaxMessage = 160;

        private readonly string _deviceId;
        private readonly IRpcLog _log;
        private readonly ArrayList _methods = new ArrayList();
        private readonly JsonTokens _json = new JsonTokens();
        private readonly object _lock = new object();

        /// <summary>Answers in the name of <paramref name="deviceId"/>.</summary>
        public RpcServer(string deviceId, IRpcLog log)
        {
            _deviceId = deviceId;
            _log = log;
        }

        /// <summary>How many methods there are.</summary>
        public int Count
        {
            get { return _methods.Count; }
        }

        /// <summary>Adds a method, before the first call.</summary>
        public void Add(string name, string arguments, RpcAction handler)
        {
            _methods.Add(new RpcMethod(name, arguments, handler, false));
        }

        /// <summary>Adds a method that changes nothing, before the first call.</summary>
        public void AddReading(string name, string arguments, RpcAction handler)
        {
            _methods.Add(new RpcMethod(name, arguments, handler, true));
        }

        /// <summary>A method, in the order in which they were added.</summary>
        public RpcMethod Method(int index)
        {
            return (RpcMethod)_methods[index];
        }

        /// <summary>A method by its exact name; null where there is none.</summary>
        public RpcMethod Find(string name)
        {
            for (var i = 0; i < _methods.Count; i++)
            {
                if (Method(i).Name == name)
                {
                    return Method(i);
                }
            }

            return null;
        }

        /// <summary>Carries a frame out.</summary>
        /// <param name="bytes">What came.</param>
        /// <param name="offset">Where it begins.</param>
        /// <param name="count">Its length.</param>
        /// <param name="channel">Which way it came, in words.</param>
        /// <param name="reply">Takes the answer, for <see cref="RpcOutcome.Reply"/>; must have room for <see cref="MaxFrame"/> bytes.</param>
        public RpcOutcome Frame(byte[] bytes, int offset, int count, string channel, JsonWriter reply)
        {
            return Frame(bytes, offset, count, channel, reply, null);
        }

        /// <summary>Carries a frame out where its source can be answered.</summary>
        /// <param name="bytes">What came.</param>
        /// <param name="offset">Where it begins.</param>
        /// <param name="count">Its length.</param>
        /// <param name="channel">Which way it came, in words.</param>
        /// <param name="reply">Takes the answer.</param>
        /// <param name="rule">Judges who sent a frame that wants an answer; what it refuses is malformed.</param>
        public RpcOutcome Frame(byte[] bytes, int offset, int count, string channel, JsonWriter reply, SourceRule rule)
        {
            lock (_lock)
            {
                var frame = count <= MaxFrame && _json.Read(bytes, offset, count) ? RpcFrame.Read(_json) : null;
                reply.Clear();
                if (frame == null || (!string.IsNullOrEmpty(frame.Destination) && frame.Destination != _deviceId)
                    || (rule != null && frame.Id != JsonTokens.None && !rule(frame.Source)))
                {
                    return RpcOutcome.Malformed;
                }

                reply.BeginObject();
                if (frame.Id != JsonTokens.None)
                {
                    reply.Name("id");
                    reply.Raw(bytes, _json.Start(frame.Id), _json.Length(frame.Id));
                }

                reply.Text("src", _deviceId);
                if (!string.IsNullOrEmpty(frame.Source))
                {
                    reply.Text("dst", frame.Source);
                }

                var head = reply.Length;
                reply.Name("result");
                var error = Run(frame.Method, frame.Arguments, channel, reply);
                if (error != null)
                {
                    reply.CutTo(head);
                    reply.Name("error");
                    Write(error, reply);
                }

                reply.EndObject();
                return frame.Id == JsonTokens.None ? RpcOutcome.NoReply : RpcOutcome.Reply;
            }
        }

        /// <summary>Calls a method by its name.</summary>
        /// <param name="method">Its name.</param>
        /// <param name="bytes">The arguments, an object.</param>
        /// <param name="offset">Where they begin.</param>
        /// <param name="count">Their length; 0 for none.</param>
        /// <param name="channel">Which way the call came, in words.</param>
        /// <param name="reply">Takes the result, or the error.</param>
        /// <returns>The status of HTTP: 200, 403, 404, or 500 for every other error.</returns>
        public int Call(string method, byte[] bytes, int offset, int count, string channel, JsonWriter reply)
        {
            lock (_lock)
            {
                reply.Clear();
                RpcException error;
                if (count > 0 && !_json.Read(bytes, offset, count))
                {
                    error = RpcCall.Bad("no JSON: " + JsonErrorWords.Of(_json.Error));
                }
                else if (count > 0 && _json.Kind(0) != JsonKind.Object)
                {
                    error = RpcCall.Bad("the arguments must be an object");
                }
                else
                {
                    error = Run(method, count > 0 ? 0 : JsonTokens.None, channel, reply);
                }

                if (error == null)
                {
                    return 200;
                }

                reply.Clear();
                Write(error, reply);
                return error.Code == RpcCode.Forbidden || error.Code == RpcCode.NotFound ? error.Code : RpcCode.Failed;
            }
        }

        /// <summary>Calls a method with the arguments of a URL, as <see cref="QueryArguments"/> takes them.</summary>
        /// <param name="method">Its name.</param>
        /// <param name="query">What stands behind the question mark; null or empty for none.</param>
        /// <param name="scratch">Takes the arguments for the time of the call.</param>
        /// <param name="channel">Which way the call came, in words.</param>
        /// <param name="reply">Takes the result, or the error.</param>
        /// <returns>As <see cref="Call"/>.</returns>
        public int Query(string method, string query, byte[] scratch, string channel, JsonWriter reply)
        {
            lock (_lock)
            {
                var count = QueryArguments.Write(query, scratch, _json);
                if (count >= 0)
                {
                    return Call(method, scratch, 0, count, channel, reply);
                }

                reply.Clear();
                Write(RpcCall.Bad("each argument must be NAME=VALUE, the value JSON in percent-encoding"), reply);
                return RpcCode.Failed;
            }
        }

        // Null for success.
        private RpcException Run(string name, int arguments, string channel, JsonWriter reply)
        {
            RpcException error = null;
            try
            {
                var method = Find(name) ?? throw new RpcException(RpcCode.NotFound, "No handler for " + name);
                var before = reply.Length;
                method.Handler(new RpcCall(_json, arguments, reply, channel));
                if (reply.Length == before)
                {
                    reply.Null();
                }

                // The brackets that are still to come need room, too.
                if (reply.IsFull || reply.Left < 2)
                {
                    error = new RpcException(RpcCode.Failed, "the answer is longer than " + MaxFrame.ToString() + " bytes");
                }
            }
            catch (RpcException e)
            {
                error = e;
            }
            catch (Exception e)
            {
                error = new RpcException(RpcCode.Failed, e.GetType().Name + ": " + e.Message);
            }

            _log.Called(name, channel, error);
            return error;
        }

        private static void Write(RpcException error, JsonWriter reply)
        {
            var message = error.Message;
            reply.BeginObject();
            reply.Number("code", error.Code);
            reply.Text("message", message.Length <= MaxMessage ? message : message.Substring(0, MaxMessage));
            reply.EndObject();
        }
    }

    /// <summary>Whether a frame's source, which may be null, can be answered. Asked before anything is carried out.</summary>
    public delegate bool SourceRule(string source);

    /// <summary>Is told of every call.</summary>
    public interface IRpcLog
    {
        /// <summary>A call has ended.</summary>
        /// <param name="method">What was asked for; whatever the caller sent.</param>
        /// <param name="channel">Which way it came.</param>
        /// <param name="error">Its error; null for success.</param>
        void Called(string method, string channel, RpcException error);
    }
}
