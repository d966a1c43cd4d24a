using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Tests.Fakes;
using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    /// <summary>Slow retrieval: a server that sends too slowly, or nothing, holds no download open for ever.</summary>
    [TestClass]
    public class SlowRetrievalTests
    {
        private const int Chunk = UpdateAgentOptions.ChunkSize;
        private const int Bytes = 100 * Chunk;

        [TestMethod]
        public void A_server_that_just_keeps_the_pace_is_read_to_its_end()
        {
            Assert.AreEqual(Bytes, ReadAll(new FakeClock(), 1000 * Chunk / UpdateAgentOptions.SlowestBytes));
        }

        [TestMethod]
        public void One_that_drips_is_given_up_when_the_time_for_all_is_over_though_each_read_succeeds()
        {
            var clock = new FakeClock();
            var position = ReadAll(clock, 2 * 1000 * Chunk / UpdateAgentOptions.SlowestBytes);
            Assert.IsTrue(position > 0 && position < Bytes, position.ToString());
            Assert.IsTrue(clock.Milliseconds / 1000 <= UpdateAgentOptions.BaseLimitSeconds + (Bytes / UpdateAgentOptions.SlowestBytes) + 17, clock.Milliseconds.ToString());
        }

        [TestMethod]
        public void One_that_stalls_is_given_up_after_its_tries()
        {
            var clock = new FakeClock();
            var provider = new SlowProvider(clock, UpdateAgentOptions.ReadLimitMs) { Stalls = true };
            Assert.AreEqual(0, ReadAll(provider, clock));
            Assert.AreEqual(1 + UpdateAgentOptions.MaxRetries, provider.Reads);
        }

        private static int ReadAll(FakeClock clock, int milliseconds)
        {
            return ReadAll(new SlowProvider(clock, milliseconds), clock);
        }

        // Where it came to before it was given up for being slow, or to the end.
        private static int ReadAll(SlowProvider provider, FakeClock clock)
        {
            var buffer = new byte[Chunk];
            var source = new Source(provider, clock, new FakeRandom(true));
            source.Limit(Bytes);
            for (var position = 0; position < Bytes; position += Chunk)
            {
                try
                {
                    source.Read(position, buffer, Chunk);
                }
                catch (UpdateException e)
                {
                    Assert.AreEqual(DownloadReason.Slow, e.Reason);
                    return position;
                }
            }

            return Bytes;
        }

        private sealed class SlowProvider : IUpdateProvider
        {
            private readonly FakeClock _clock;
            private readonly int _milliseconds;

            public SlowProvider(FakeClock clock, int milliseconds)
            {
                _clock = clock;
                _milliseconds = milliseconds;
            }

            public bool Stalls { get; set; }

            public int Reads { get; private set; }

            public int Ahead { get; set; }

            public bool TryGetOffer(out int length)
            {
                length = Bytes;
                return true;
            }

            public void Read(int position, byte[] buffer, int count)
            {
                Reads++;
                _clock.Sleep(_milliseconds);
                if (Stalls)
                {
                    throw new UpdateException(DownloadReason.Slow, null);
                }
            }

            public void Close()
            {
            }
        }
    }
}
