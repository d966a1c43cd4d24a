using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Tests.Runtime;

/// <summary>
/// Natives that hold up all threads, many at once and at the end of a life. As the handshake of nf-interpreter (ssl_connect_internal.cpp)
/// does, which runs on the CLR's only thread.
/// </summary>
public class StallTests
{
    private const int Stallers = 3;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public void One_at_a_time_holds_up_the_others()
    {
        var life = NewLife();
        var (inside, most, left) = (0, 0, Stallers * 500);
        using var done = new ManualResetEventSlim();
        for (var i = 0; i < Stallers; i++)
            life.StartThread("staller", () =>
            {
                for (var n = 0; n < 500; n++)
                {
                    life.Stall(() =>
                    {
                        most = Math.Max(most, Interlocked.Increment(ref inside));
                        Interlocked.Decrement(ref inside);
                    });
                    if (Interlocked.Decrement(ref left) == 0) done.Set();
                }
            });
        Assert.True(done.Wait(Limit), $"{left} calls were never made");
        Assert.Equal(1, most);
        Assert.Empty(life.End(Limit));
    }

    [Fact]
    public void A_life_that_ends_while_stalls_come_and_go_leaves_no_thread()
    {
        for (var round = 0; round < 100; round++)
        {
            var life = NewLife();
            using var begun = new CountdownEvent(Stallers + 1);
            for (var i = 0; i < Stallers; i++)
                life.StartThread("staller", () =>
                {
                    begun.Signal();
                    while (true) life.Stall(static () => { });
                });
            // As woven firmware: an endless loop that sees the end by its polls alone.
            life.StartThread("loop", () =>
            {
                begun.Signal();
                while (true) Life.Poll();
            });
            Assert.True(begun.Wait(Limit));
            Assert.Empty(life.End(Limit));
        }
    }

    private static Life NewLife() =>
        new(new VirtualBoard(), new FirmwareImage(Path.Combine(AppContext.BaseDirectory, "Firmware", "Statics.dll")), static _ => { });
}
