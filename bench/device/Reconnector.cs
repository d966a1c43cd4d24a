using System.Reflection;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.DeviceBench;

/// <summary>
/// Runs in a device in the place of Main: boots by the firmware's own states until its clock is set, and then, without the pauses that
/// the firmware makes, has its session end and come back again and again: by turns ended by the device, and lost on the way.
/// </summary>
/// <param name="relay">Between device and broker.</param>
/// <param name="times">Reconnects.</param>
/// <param name="settled">After so many the first count is taken.</param>
internal sealed class Reconnector(TcpRelay relay, int times, int settled)
{
    private const int LossLimitMs = 30_000;

    private readonly TaskCompletionSource<(Held Before, Held After)> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What was held once it had settled, and at the end.</summary>
    public Task<(Held Before, Held After)> Done => _done.Task;

    public void Run(Assembly application)
    {
        try
        {
            _done.SetResult(Reconnect(application));
        }
        catch (Exception e) when (e is not DeviceStoppedException)
        {
            _done.SetException(new InvalidOperationException(e.Message));
        }

        Life.Current.Sleep(Timeout.Infinite);
    }

    private (Held, Held) Reconnect(Assembly application)
    {
        dynamic device = application.GetType("SecureEsp.DeviceApp.Boot.Composition")!.GetMethod("Device")!.Invoke(null, null)!;
        dynamic state = Activator.CreateInstance(application.GetType("SecureEsp.DeviceApp.Boot.SettingsState")!)!;
        while (state.Name != "https") state = state.Run(device);
        var clients = new List<WeakReference>();
        var before = default(Held);
        var life = Life.Current;
        device.Session.Start();
        for (var i = 1; i <= times; i++)
        {
            clients.Add(new WeakReference(ClientOf(device.Session)));
            if (i % 2 == 0)
            {
                device.Session.End();
                if (!SpinWait.SpinUntil(() => life.Resources.Sockets == 0, LossLimitMs)) throw new TimeoutException($"end {i} has left its socket open");
            }
            else
            {
                relay.Cut();
                if (!device.Session.WaitForEnd(LossLimitMs)) throw new TimeoutException($"loss {i} was not noticed");
            }

            device.Session.Start();
            if (i == settled) before = Held.Now(clients);
        }

        return (before, Held.Now(clients, before.Life.Threads));
    }

    private static object ClientOf(object session)
    {
        var link = session.GetType().GetField("_link", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(session)!;
        return link.GetType().GetField("_client", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(link)!;
    }
}

/// <summary>What the device holds with its session standing.</summary>
/// <param name="Life">Threads, sockets, TLS contexts.</param>
/// <param name="OldClients">MQTT clients of earlier connections that something still refers to.</param>
/// <param name="Bytes">The managed heap of the process.</param>
internal readonly record struct Held(LifeResources Life, int OldClients, long Bytes)
{
    private static readonly TimeSpan s_lastThreads = TimeSpan.FromSeconds(10);

    /// <param name="threads">How many there should be; without it, as many as there are once the sockets and contexts are those of one session.</param>
    public static Held Now(IReadOnlyList<WeakReference> clients, int threads = int.MaxValue)
    {
        // The threads of the connection before end by themselves, and let go of its TLS context last.
        var life = VirtualDevice.Runtime.Life.Current;
        SpinWait.SpinUntil(() => life.Resources is { TlsContexts: 1, Sockets: 1 } held && held.Threads <= threads, s_lastThreads);
        var bytes = GC.GetTotalMemory(forceFullCollection: true);
        return new(life.Resources, clients.Count(c => c.IsAlive), bytes);
    }
}
