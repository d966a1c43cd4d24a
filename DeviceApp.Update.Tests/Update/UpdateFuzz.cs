using System;
using System.Text;
using SecureEsp.DeviceApp.Formats;
using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    /// <summary>
    /// Feeds parsers with what an attacker could send. Each method makes and judges one input, gives the reason, and throws where what it
    /// saw must not be. The same inputs run as unit tests by the thousand and in bench/update by the million.
    /// </summary>
    public sealed class UpdateFuzz
    {
        private readonly TestRandom _random;
        private readonly TestScheme _scheme = new TestScheme();
        private readonly TestDevice _device = new TestDevice();
        private readonly UpdateTopics _topics = new UpdateTopics("e1");
        private readonly byte[] _chain;
        private readonly byte[] _head;
        private readonly byte[] _greeter = TestImages.Greeter;
        private readonly byte[] _counter = TestImages.Counter;

        public UpdateFuzz(uint seed)
        {
            _random = new TestRandom(seed);
            _device.Facts.Keys = _scheme.Set(1, 1, 3);
            _chain = new TestChain(_scheme).Add(_scheme.KeySetBytes(2, 1, 1), 1, 3).Done;
            _head = _device.Head(_chain, TestManifest.Good(_scheme, 1), 1);
        }

        /// <summary>A manifest that is taken has this one encoding.</summary>
        public int Manifest()
        {
            var bytes = TestManifest.Encode(FuzzInputs.Manifest(_random, _scheme));
            if (_random.Next(2) == 0)
            {
                bytes = FuzzInputs.Bytes(_random, bytes);
            }

            Manifest read;
            var reason = ManifestReader.Read(bytes, 0, bytes.Length, out read);
            Require((read != null) == (reason == UpdateReason.Accepted), "manifest without reason");
            Require(read == null || ByteOrder.AreEqual(bytes, TestManifest.Encode(read)), "two encodings of one manifest");
            return reason;
        }

        /// <summary>Policy behind signatures: what is signed may say anything.</summary>
        public int SignedManifest()
        {
            _device.Facts.Keys = _scheme.Set(2, 1, 1);
            var decision = _device.Judge(_device.Head(FuzzInputs.Manifest(_random, _scheme), 1));
            _device.Facts.Keys = _scheme.Set(1, 1, 3);
            Require(decision.ToString().Length > 0, "no words");
            return decision.Reason;
        }

        /// <summary>Nobody without keys has anything taken: only the very bytes that were signed are.</summary>
        public int Head()
        {
            var bytes = FuzzInputs.Bytes(_random, _head);

            // Right lengths and CRC, most of the time, so that what is behind them is reached.
            if (bytes.Length >= 24 && _random.Next(4) > 0)
            {
                Array.Copy(_head, bytes, 24);
            }

            var decision = UpdatePolicy.Judge(bytes, bytes.Length, _device.Facts, _scheme);
            Require(!decision.Accepted || StartsAsSigned(bytes), "taken though nobody signed it");
            Require(decision.Keys == _device.Facts.Keys || decision.Keys.Version == 2, "keys from nowhere");
            return decision.Reason;
        }

        /// <summary>Only the keys that were signed are ever followed.</summary>
        public int KeyChain()
        {
            var bytes = FuzzInputs.Bytes(_random, _chain);
            KeySet newest;
            var reason = DeviceApp.Update.KeyChain.Follow(bytes, 0, bytes.Length, _device.Facts.Keys, _scheme, out newest);
            Require(newest == _device.Facts.Keys || ByteOrder.AreEqual(bytes, _chain), "keys from nowhere");
            return reason;
        }

        /// <summary>However an image is cut, the verdict is the same.</summary>
        public int Image()
        {
            var isGreeter = _random.Next(2) == 0;
            var bytes = FuzzInputs.Bytes(_random, isGreeter ? _greeter : _counter);
            var expected = isGreeter ? TestImages.OfGreeter : TestImages.OfCounter;
            if (bytes.Length >= 124 && _random.Next(4) > 0)
            {
                TestImages.Seal(bytes);
            }

            var whole = new PeImageCheck(expected);
            whole.Feed(bytes, 0, bytes.Length);
            var cut = new PeImageCheck(expected);
            for (var at = 0; at < bytes.Length;)
            {
                var count = 1 + _random.Next(bytes.Length - at);
                cut.Feed(bytes, at, count);
                at += count;
            }

            var reason = whole.Finish();

            // Size alone is seen earlier in one piece, since the piece is longer than what may come.
            Require(cut.Finish() == reason || bytes.Length > expected.Size, "the verdict depends on the cut");
            return reason;
        }

        /// <summary>
        /// Only a topic that is on the list is matched, and only values within their limits are stored. The reason is 0 where the message is
        /// obeyed, 9 where the topic is another one.
        /// </summary>
        public int Topic()
        {
            var all = _topics.All;
            var bytes = Encoding.UTF8.GetBytes(all[_random.Next(all.Length)]);
            var topic = Ascii(_random.Next(2) == 0 ? bytes : FuzzInputs.Bytes(_random, bytes));
            var command = _topics.Match(topic);
            var listed = false;
            foreach (var each in all)
            {
                listed |= each == topic;
            }

            Require(listed == (command != UpdateCommand.None), "matched though not listed");
            if (command == UpdateCommand.None)
            {
                return 9;
            }

            var answer = UpdateCommands.Decide(command, Payload(), _random.Next(2) == 0, new UpdateSettings(), _random.Next(2) == 0);
            Require(answer.Revert || answer.Line.Length > 0, "no words");
            var store = answer.Store;
            Require(store == null || (store.Interval >= 300 && store.Interval <= 9999999), "interval");
            Require(store == null || store.Url.Length == 0 || HttpsUrl.Parse(store.Url, 512) != null, "url");
            return store != null || answer.Run || answer.Restart || answer.Revert ? 0 : (int)command;
        }

        private byte[] Payload()
        {
            switch (_random.Next(4))
            {
                case 0: return _random.Bytes(_random.Next(600));
                case 1: return _random.Mutate(Encoding.UTF8.GetBytes("https://server.test:8070/blink.bundle?v=1"));
                case 2: return _random.Mutate(Encoding.UTF8.GetBytes("9999999"));
                default: return Encoding.UTF8.GetBytes(_random.Next(20000000).ToString());
            }
        }

        private bool StartsAsSigned(byte[] bytes)
        {
            return bytes.Length >= _head.Length && ByteOrder.Compare(bytes, 0, _head, 0, _head.Length) == 0;
        }

        private static string Ascii(byte[] bytes)
        {
            var text = "";
            foreach (var each in bytes)
            {
                text += (char)(each == 0 || each > 127 ? 1 : each);
            }

            return text;
        }

        private static void Require(bool holds, string what)
        {
            if (!holds)
            {
                throw new InvalidOperationException(what);
            }
        }
    }
}
