using System;
using System.Globalization;
using System.Text;
using System.Text.Json;
using SecureEsp.DeviceApp.Formats.Json;
using SecureEsp.DeviceApp.Tests.Json;

namespace SecureEsp.RpcBench
{
    /// <summary>Compares the firmware's verdict on a text with System.Text.Json's, and what both read from it.</summary>
    internal sealed class SecondOpinion
    {
        private static readonly UTF8Encoding s_strict = new(false, true);

        private readonly JsonFuzz _fuzz;

        public SecondOpinion(JsonFuzz fuzz)
        {
            _fuzz = fuzz;
        }

        /// <summary>Runs one input and compares; throws where the two differ.</summary>
        public int Of(Func<int> one)
        {
            var error = (JsonError)one();
            var text = new ReadOnlyMemory<byte>(_fuzz.Bytes, 0, _fuzz.Length);
            if (error == JsonError.BadUtf8)
            {
                return IsUtf8(text) ? throw Differ(text, "is UTF-8") : (int)error;
            }

            // The device is stricter in these; about the rest of such a text nothing is said.
            if (error is JsonError.DuplicateName or JsonError.LoneSurrogate or JsonError.TooDeep or JsonError.TooMany or JsonError.NumberTooLong
                || (error == JsonError.ControlCharacter && s_strict.GetString(text.Span).Contains("\\u0000", StringComparison.Ordinal)))
            {
                return (int)error;
            }

            try
            {
                using var document = JsonDocument.Parse(text);
                if (error != JsonError.None)
                {
                    throw Differ(text, "is JSON, not " + error);
                }

                Compare(document.RootElement, 0, text);
            }
            catch (JsonException e) when (error == JsonError.None)
            {
                throw Differ(text, e.Message);
            }
            catch (JsonException)
            {
                // Both refuse it.
            }

            return (int)error;
        }

        private void Compare(JsonElement element, int token, ReadOnlyMemory<byte> text)
        {
            var json = _fuzz.Tokens;
            var same = (element.ValueKind, json.Kind(token)) switch
            {
                (JsonValueKind.Null, JsonKind.Null) or (JsonValueKind.True, JsonKind.True) or (JsonValueKind.False, JsonKind.False) => true,
                (JsonValueKind.String, JsonKind.String) => element.GetString() == json.Text(token, 4096),
                (JsonValueKind.Number, JsonKind.Number) => IsSameNumber(element, token),
                (JsonValueKind.Array, JsonKind.Array) or (JsonValueKind.Object, JsonKind.Object) => true,
                _ => false,
            };
            if (!same)
            {
                throw Differ(text, element.GetRawText());
            }

            if (element.ValueKind == JsonValueKind.Array)
            {
                var item = json.First(token);
                foreach (var one in element.EnumerateArray())
                {
                    Compare(one, item, text);
                    item = json.After(item);
                }
            }

            if (element.ValueKind == JsonValueKind.Object)
            {
                var name = json.First(token);
                foreach (var one in element.EnumerateObject())
                {
                    if (one.Name != json.Text(name, 4096))
                    {
                        throw Differ(text, one.Name);
                    }

                    Compare(one.Value, name + 1, text);
                    name = json.After(name + 1);
                }
            }
        }

        private bool IsSameNumber(JsonElement element, int token)
        {
            long value;
            var whole = _fuzz.Tokens.TryInteger(token, long.MinValue, long.MaxValue, out value);
            long other;
            var otherWhole = long.TryParse(element.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out other);
            return whole == otherWhole && value == other;
        }

        private static bool IsUtf8(ReadOnlyMemory<byte> text)
        {
            try
            {
                s_strict.GetCharCount(text.Span);
                return true;
            }
            catch (DecoderFallbackException)
            {
                return false;
            }
        }

        private static InvalidOperationException Differ(ReadOnlyMemory<byte> text, string why)
        {
            return new InvalidOperationException("the two readers differ about " + Encoding.UTF8.GetString(text.Span) + ": " + why);
        }
    }
}
