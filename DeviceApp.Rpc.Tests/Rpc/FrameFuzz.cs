using System;
using SecureEsp.DeviceApp.Formats.Json;
using SecureEsp.DeviceApp.Rpc;
using SecureEsp.DeviceApp.Tests.Json;

namespace SecureEsp.DeviceApp.Tests.Rpc
{
    /// <summary>Frames with something wrong in them, to a server with all methods; throws where an answer is no JSON, or a reserved file is touched or told.</summary>
    public sealed class FrameFuzz
    {
        private const string Secret = "tls.key.password=swordfish";

        private static readonly string[] s_frames =
        {
            "{'src':'mos','id':1632114517283,'method':'FS.List','params':{'path':'/'}}", "{'id':1,'method':'FS.ListExt','args':{'path':'www'}}",
            "{'id':2,'method':'FS.Get','params':{'filename':'a.txt','offset':0,'len':512}}", "{'id':3,'method':'FS.Get','params':{'filename':'settings.txt'}}",
            "{'id':4,'method':'FS.Put','params':{'filename':'a.txt','offset':3,'data':'Zm9v','append':false}}", "{'id':5,'method':'FS.Remove','params':{'filename':'b'}}",
            "{'id':6,'method':'FS.Put','params':{'filename':'settings.txt','data':'Zm9v'}}", "{'id':7,'method':'FS.Rename','params':{'src':'a.txt','dst':'settings.txt'}}",
            "{'id':8,'method':'FS.Rename','params':{'src':'settings.txt','dst':'b'}}", "{'id':9,'method':'FS.Remove','params':{'filename':'settings.txt'}}",
            "{'id':10,'method':'Config.Set','params':{'config':{'mqtt':{'host':'x','port':8883},'https':{'probe':true}},'save':true}}",
            "{'id':11,'method':'Config.Get','params':{'key':'tls'}}", "{'id':12,'method':'Config.Set','params':{'key':'mqtt.port','value':80}}",
            "{'id':13,'dst':'dev-1','method':'RPC.Describe','params':{'name':'FS.List'}}", "{'id':14,'method':'Sys.Reboot','params':{'delay_ms':1000}}", "{'id':15,'method':'RPC.List'}"
        };

        private readonly TestServer _server = new TestServer();
        private readonly JsonWriter _reply = new JsonWriter(new byte[RpcServer.MaxFrame + 1], RpcServer.MaxFrame);
        private readonly JsonTokens _json = new JsonTokens();
        private uint _state;

        public FrameFuzz(uint seed)
        {
            _state = seed;
        }

        /// <summary>One frame.</summary>
        /// <returns>The outcome's number; behind the outcomes an error's code.</returns>
        public int Frame()
        {
            _server.Files.Clear();
            _server.System.Called = "";
            _server.Files.Put("a.txt", "hello");
            _server.Files.Put("settings.txt", Secret);
            var bytes = TestJson.Bytes(s_frames[Next(s_frames.Length)]);
            var length = bytes.Length;
            for (var changes = Next(4); changes > 0 && length > 0; changes--)
            {
                var at = Next(length);
                switch (Next(4))
                {
                    case 0: bytes[at] ^= (byte)(1 << Next(8)); break;
                    case 1: bytes[at] = bytes[Next(length)]; break;
                    case 2: Array.Copy(bytes, at + 1, bytes, at, length - at - 1); length--; break;
                    default: bytes[at] = (byte)Next(256); break;
                }
            }

            var outcome = _server.Server.Frame(bytes, 0, length, "test", _reply);
            if (_server.Files.Text("settings.txt") != Secret)
            {
                throw new InvalidOperationException("a reserved file was changed");
            }

            return outcome == RpcOutcome.Malformed ? (int)outcome : Judge(outcome);
        }

        private int Judge(RpcOutcome outcome)
        {
            if (_reply.IsFull || !_json.Read(_reply.Buffer, 0, _reply.Length) || _reply.Buffer[RpcServer.MaxFrame] != 0)
            {
                throw new InvalidOperationException("the answer is no JSON: " + TestJson.Text(_reply));
            }

            var data = _json.Text(_json.Find(_json.Find(0, "result"), "data"), 1000);
            if (data != null && data.StartsWith("dGxz"))
            {
                throw new InvalidOperationException("a reserved file was told");
            }

            long code;
            _json.TryInteger(_json.Find(_json.Find(0, "error"), "code"), 0, 999, out code);
            return code == 0 ? (int)outcome : (int)code;
        }

        // xorshift32 (Marsaglia 2003).
        private int Next(int limit)
        {
            _state ^= _state << 13;
            _state ^= _state >> 17;
            _state ^= _state << 5;
            return (int)(_state % (uint)limit);
        }
    }
}
