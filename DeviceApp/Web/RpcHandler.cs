using System.Collections;
using SecureEsp.DeviceApp.Formats.Json;
using SecureEsp.DeviceApp.Rpc;

namespace SecureEsp.DeviceApp.Web
{
    /// <summary>
    /// Remote calls over HTTPS: a frame to <c>/rpc</c>, or a method in the URL as in <c>/rpc/FS.List?path=%22/%22</c>. For operators only, also
    /// where the server asks nobody for a certificate.
    /// </summary>
    public sealed class RpcHandler : IWebHandler
    {
        private const string Path = "/rpc";
        private const string Json = "application/json";
        private const string Channel = "https";
        private const string LineEnd = "\r\n";
        private const int KeptBuffers = 2;

        private static readonly byte[] s_lineEnd = { (byte)'\r', (byte)'\n' };

        private readonly RpcServer _server;
        private readonly Stack _writers = new Stack();

        /// <summary>Hands calls to this server.</summary>
        public RpcHandler(RpcServer server)
        {
            _server = server;
        }

        /// <inheritdoc/>
        public bool Answer(WebRequest request, WebResponse response)
        {
            var path = request.Path;
            if (path != Path && !path.StartsWith(Path + "/"))
            {
                return false;
            }

            if (!request.PeerIsOperator)
            {
                response.Text(403, Json, "{\"code\":403,\"message\":\"calls need an operator's certificate\"}" + LineEnd);
                return true;
            }

            var method = path == Path ? null : path.Substring(Path.Length + 1);
            var isPost = request.Method == "POST";
            var takesGet = method != null && TakesGet(method);
            if (!isPost && !(takesGet && request.Method == "GET"))
            {
                // Not HEAD: it would carry the call out.
                response.AddHeader("Allow", takesGet ? "GET, POST" : "POST");
                response.Text(405, "text/plain", "Use " + (takesGet ? "GET or POST" : "POST") + LineEnd);
                return true;
            }

            var writer = Take();
            if (method == null)
            {
                Frame(request, response, writer);
            }
            else
            {
                Call(method, isPost, request, response, writer);
            }

            Return(writer);
            return true;
        }

        // A link in a mail, or a picture in a page, makes an operator's browser send a GET: it must not change anything.
        private bool TakesGet(string method)
        {
            var found = _server.Find(method);
            return found == null || found.IsReading;
        }

        private void Frame(WebRequest request, WebResponse response, JsonWriter writer)
        {
            switch (_server.Frame(request.Body, 0, request.BodyLength, Channel, writer))
            {
                case RpcOutcome.Reply:
                    Send(200, response, writer);
                    break;
                case RpcOutcome.NoReply:
                    response.Start(200, Json, 0);
                    break;
                default:
                    response.CloseAfter = true;
                    response.Text(400, "text/plain", "No frame for this device" + LineEnd);
                    break;
            }
        }

        private void Call(string method, bool isPost, WebRequest request, WebResponse response, JsonWriter writer)
        {
            var status = isPost && request.BodyLength > 0
                ? _server.Call(method, request.Body, 0, request.BodyLength, Channel, writer)
                : _server.Query(method, request.Query, request.Body, Channel, writer);
            Send(status, response, writer);
        }

        private static void Send(int status, WebResponse response, JsonWriter writer)
        {
            response.Start(status, Json, writer.Length + s_lineEnd.Length);
            response.Write(writer.Buffer, 0, writer.Length);
            response.Write(s_lineEnd, 0, s_lineEnd.Length);
        }

        // Some are kept, so that a busy connection leaves no garbage behind.
        private JsonWriter Take()
        {
            lock (_writers)
            {
                if (_writers.Count > 0)
                {
                    return (JsonWriter)_writers.Pop();
                }
            }

            return new JsonWriter(new byte[RpcServer.MaxFrame], RpcServer.MaxFrame);
        }

        private void Return(JsonWriter writer)
        {
            lock (_writers)
            {
                if (_writers.Count < KeptBuffers)
                {
                    _writers.Push(writer);
                }
            }
        }
    }
}
