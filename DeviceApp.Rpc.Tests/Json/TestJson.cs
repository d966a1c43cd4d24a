using System.Text;
using SecureEsp.DeviceApp.Formats.Json;

namespace SecureEsp.DeviceApp.Tests.Json
{
    /// <summary>JSON in tests: with apostrophes for quotes, which are easier to read.</summary>
    public static class TestJson
    {
        public static byte[] Bytes(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            for (var i = 0; i < bytes.Length; i++)
            {
                bytes[i] = bytes[i] == (byte)'\'' ? (byte)'"' : bytes[i];
            }

            return bytes;
        }

        public static JsonTokens Read(string text)
        {
            var json = new JsonTokens();
            var bytes = Bytes(text);
            json.Read(bytes, 0, bytes.Length);
            return json;
        }

        public static JsonError ErrorOf(string text)
        {
            return Read(text).Error;
        }

        public static string Text(JsonWriter writer)
        {
            return writer.Length == 0 ? "" : Encoding.UTF8.GetString(writer.Buffer, 0, writer.Length);
        }
    }
}
