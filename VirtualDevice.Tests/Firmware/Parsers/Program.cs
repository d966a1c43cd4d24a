using System.Text;
using SecureEsp.DeviceApp.Console;
using SecureEsp.DeviceApp.Formats;
using SecureEsp.DeviceApp.Http;
using SecureEsp.DeviceApp.Mqtt;
using SecureEsp.DeviceApp.Storage;

namespace Parsers
{
    /// <summary>The firmware's parsers behind methods that take and give what host and device have in common.</summary>
    public class Program
    {
        public static void Main()
        {
        }

        public static uint Crc(byte[] bytes) => Crc32.Of(bytes, bytes.Length);

        /// <summary>The record of settings that are given as lines.</summary>
        public static byte[] Encode(string lines, uint sequence) => SettingsRecord.Encode(Read(lines, new SettingsParser()), sequence);

        /// <summary>What a record holds; null where it is refused.</summary>
        public static string Decode(byte[] bytes)
        {
            SettingsRecord record = SettingsRecord.Decode(bytes);
            return record == null ? null : record.Sequence.ToString() + "\n" + Tell(record.Settings);
        }

        /// <summary>How many lines were taken and how many not, and the settings after them.</summary>
        public static string Settings(string lines)
        {
            SettingsParser parser = new SettingsParser();
            DeviceSettings settings = Read(lines, parser);
            return parser.Taken.ToString() + " " + parser.Problems.Count.ToString() + "\n" + Tell(settings);
        }

        /// <summary>What a response is read as, fed in parts of a given size: status, error number, whether it is complete; then all that the sink got.</summary>
        public static string Response(byte[] bytes, int part)
        {
            Collected sink = new Collected();
            HttpResponseParser parser = new HttpResponseParser(sink, new HttpLimits());
            for (int at = 0; at < bytes.Length && !parser.Done && parser.Error == HttpError.None;)
            {
                int size = bytes.Length - at < part ? bytes.Length - at : part;
                int used = parser.Feed(bytes, at, size);
                at += used;
                if (used == 0)
                {
                    break;
                }
            }

            if (!parser.Done && parser.Error == HttpError.None)
            {
                parser.End();
            }

            return parser.Status.ToString() + " " + ((int)parser.Error).ToString() + " " + (parser.Done ? "done" : "open") + " " + parser.BodyBytes.ToString() + "\n" + sink.Text;
        }

        /// <summary>The answer's topic; null for none.</summary>
        public static string Route(string device, string topic, byte[] payload)
        {
            Answer answer = new TopicRouter(new Topics(device)).Route(topic, payload);
            return answer.Refusal == null && answer.Payload == payload ? answer.Topic : null;
        }

        /// <summary>All lines that typed bytes submit, one behind each other; a line that is refused is a NUL.</summary>
        public static string Lines(byte[] typed)
        {
            LineEditor editor = new LineEditor();
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < typed.Length; i++)
            {
                if (editor.Accept(typed[i]))
                {
                    lines.Append((editor.Take() ?? "\0") + "\n");
                }
            }

            return lines.ToString();
        }

        private static DeviceSettings Read(string lines, SettingsParser parser)
        {
            DeviceSettings settings = new DeviceSettings();
            parser.Apply(lines, settings);
            return settings;
        }

        private static string Tell(DeviceSettings s) => s.DeviceId + "\n" + s.HttpsHost + "\n" + s.HttpsPort.ToString() + "\n" + s.HttpsPath + "\n" + s.HttpsProbe.ToString() + "\n"
            + s.MqttHost + "\n" + s.MqttPort.ToString() + "\n" + s.Tls13.ToString() + "\n" + s.TimeServer + "\n" + s.BlinkPin.ToString();

        private sealed class Collected : IHttpResponseSink
        {
            private readonly StringBuilder _text = new StringBuilder();

            public string Text => _text.ToString();

            public void OnStatusLine(string line) => _text.Append("S:" + line + "\n");

            public void OnHeader(string name, string value) => _text.Append("H:" + name + "=" + value + "\n");

            public void OnHeadersEnd() => _text.Append("B:");

            public void OnBody(byte[] buffer, int offset, int count)
            {
                for (int i = offset; i < offset + count; i++)
                {
                    _text.Append((char)buffer[i]);
                }
            }
        }
    }
}
