using System;
using SecureEsp.DeviceApp.Formats;
using SecureEsp.DeviceApp.Formats.Json;

namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>FS.*: the files that callers may see.</summary>
    public sealed class FileMethods
    {
        /// <summary>How many bytes of a file are sent or taken at a time.</summary>
        public const int ChunkBytes = 512;

        private const int MaxFileBytes = 1 << 28;

        private readonly IRpcFiles _files;
        private readonly byte[] _chunk = new byte[Base64.EncodedLength(ChunkBytes)];

        /// <summary>Over these files.</summary>
        public FileMethods(IRpcFiles files)
        {
            _files = files;
        }

        /// <summary>Adds them.</summary>
        public void AddTo(RpcServer server)
        {
            server.AddReading("FS.List", "{path: %Q}", call => List(call, false));
            server.AddReading("FS.ListExt", "{path: %Q}", call => List(call, true));
            server.AddReading("FS.Get", "{filename: %Q, offset: %ld, len: %ld}", Get);
            server.Add("FS.Put", "{filename: %Q, offset: %ld, data: %V, append: %B}", Put);
            server.Add("FS.Remove", "{filename: %Q}", Remove);
            server.Add("FS.Rename", "{src: %Q, dst: %Q}", Rename);
        }

        private void List(RpcCall call, bool withSize)
        {
            var path = FilePath.Normalise(call.Text("path", 2 * FilePath.MaxLength) ?? "") ?? throw RpcCall.Bad("illegal path");
            var names = _files.List(path);
            var named = _files.Named;
            var result = call.Result;
            result.BeginArray();
            for (var i = 0; i < names.Length; i++)
            {
                var file = path.Length == 0 ? names[i] : path + "/" + names[i];
                if (ReservedFiles.Has(file, named))
                {
                    continue;
                }

                if (withSize)
                {
                    result.BeginObject();
                    result.Text("name", names[i]);
                    result.Number("size", _files.Length(file));
                    result.EndObject();
                }
                else
                {
                    result.Text(names[i]);
                }
            }

            result.EndArray();
        }

        private void Get(RpcCall call)
        {
            var given = call.Text("filename", 2 * FilePath.MaxLength) ?? throw RpcCall.Bad("filename is required");
            var offset = Offset(call, 0);
            var most = call.Number("len", 0, MaxFileBytes, ChunkBytes);
            var file = Allowed(given);
            var length = file == null ? -1 : _files.Length(file);
            if (length < 0)
            {
                // The same words whether it is missing or reserved.
                throw RpcCall.Bad("failed to open file \"" + given + "\"");
            }

            if (offset > length)
            {
                throw RpcCall.Bad("illegal offset");
            }

            var count = _files.Read(file, offset, _chunk, most < ChunkBytes ? most : ChunkBytes);
            call.Result.BeginObject();
            call.Result.Name("data");
            call.Result.Base64(_chunk, 0, count);
            call.Result.Number("left", length - offset - count);
            call.Result.EndObject();
        }

        // With an offset, a call that is sent again leaves the file as the first one did.
        private void Put(RpcCall call)
        {
            var given = call.Text("filename", 2 * FilePath.MaxLength) ?? throw RpcCall.Bad("filename is required");
            var offset = Offset(call, -1);
            var append = call.Flag("append");
            var count = Data(call);
            var file = Allowed(given) ?? throw RpcCall.Bad("failed to open file \"" + given + "\"");
            var length = _files.Length(file);
            var at = offset >= 0 ? offset : append && length > 0 ? length : 0;
            if (at > 0 && at > length)
            {
                throw RpcCall.Bad("illegal offset");
            }

            if (!_files.Write(file, at, at == 0, _chunk, count))
            {
                throw new RpcException(RpcCode.Failed, "the flash is full");
            }
        }

        private void Remove(RpcCall call)
        {
            var given = call.Text("filename", 2 * FilePath.MaxLength) ?? throw RpcCall.Bad("filename is required");
            var file = Allowed(given);
            if (file == null || _files.Length(file) < 0)
            {
                throw new RpcException(RpcCode.Failed, "remove failed");
            }

            _files.Remove(file);
        }

        private void Rename(RpcCall call)
        {
            var from = Allowed(call.Text("src", 2 * FilePath.MaxLength) ?? throw RpcCall.Bad("src and dst are required"));
            var to = Allowed(call.Text("dst", 2 * FilePath.MaxLength) ?? throw RpcCall.Bad("src and dst are required"));
            if (from == null || to == null || _files.Length(from) < 0)
            {
                throw new RpcException(RpcCode.Failed, "rename failed");
            }

            if (from != to && !_files.Rename(from, to))
            {
                throw new RpcException(RpcCode.Failed, "rename failed: the flash is full");
            }
        }

        private static int Offset(RpcCall call, int standard)
        {
            try
            {
                return call.Number("offset", 0, MaxFileBytes, standard);
            }
            catch (RpcException)
            {
                throw RpcCall.Bad("illegal offset");
            }
        }

        // Decodes it where it stands: bytes are never longer than their base64.
        private int Data(RpcCall call)
        {
            var token = call.Token("data");
            if (token == JsonTokens.None)
            {
                throw RpcCall.Bad("data is required");
            }

            var text = call.Json.Bytes(token, _chunk, 0);
            var count = text < 0 ? -1 : Base64.Decode(_chunk, 0, text, _chunk, 0);
            return count >= 0 && count <= ChunkBytes ? count : throw RpcCall.Bad("data must be base64 of at most " + ChunkBytes.ToString() + " bytes");
        }

        // Null for a path that cannot be, or is not to be.
        private string Allowed(string path)
        {
            var file = FilePath.Normalise(path);
            return string.IsNullOrEmpty(file) || ReservedFiles.Has(file, _files.Named) ? null : file;
        }
    }
}
