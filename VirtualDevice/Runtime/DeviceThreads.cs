namespace SecureEsp.VirtualDevice.Runtime;

/// <summary>The threads of one life: started through here, ended all together.</summary>
internal sealed class DeviceThreads(Life life)
{
    private readonly HashSet<Thread> _running = [];

    /// <summary>Threads that run now.</summary>
    public int Count
    {
        get
        {
            lock (_running) return _running.Count;
        }
    }

    /// <summary>Makes a thread of this life. What it throws ends it and nothing else, in silence, as on the board.</summary>
    public Thread Create(Action body) => new(() => Run(body, e => life.Report(new(DeviceEventKind.ThreadDied, FirmwareTrace.Of(e))))) { IsBackground = true };

    /// <summary>The thread that runs Main.</summary>
    public void StartMain(Action body, Action<Exception?> ended)
    {
        Exception? failure = null;
        var thread = new Thread(() => Run(() => { body(); ended(failure); }, ended)) { IsBackground = true, Name = "Main" };
        thread.Start();
    }

    /// <summary>Ends every thread: wakes the sleeping and blocked ones until each has seen that the life is over.</summary>
    /// <returns>Names of those that did not end within the limit.</returns>
    public IReadOnlyList<string> End(TimeSpan limit)
    {
        var until = DateTime.UtcNow + limit;
        while (true)
        {
            Thread[] left;
            lock (_running)
            {
                left = [.. _running];
                foreach (var thread in left) thread.Interrupt();
            }
            if (left.Length == 0) return [];
            if (DateTime.UtcNow > until) return [.. left.Select(t => t.Name ?? $"thread {t.ManagedThreadId}")];
            left[0].Join(1);
        }
    }

    private void Run(Action body, Action<Exception> died)
    {
        lock (_running)
        {
            if (life.HasEnded) return;
            _running.Add(Thread.CurrentThread);
        }
        Life.Bind(life);
        try
        {
            RunReporting(body, died);
        }
        catch (Exception e) when (life.HasEnded || e is DeviceStoppedException)
        {
            // The way every thread of a finished life goes.
        }
        finally
        {
            Life.Bind(null);
            Leave();
        }
    }

    private static void RunReporting(Action body, Action<Exception> died)
    {
        try
        {
            body();
        }
        catch (Exception e) when (!Life.IsOver && e is not DeviceStoppedException)
        {
            died(e);
        }
    }

    /// <summary>After this, nobody interrupts the thread; until then an interruption can reach it even here.</summary>
    private void Leave()
    {
        while (true)
        {
            try
            {
                lock (_running) _running.Remove(Thread.CurrentThread);
                return;
            }
            catch (ThreadInterruptedException)
            {
                // Meant for the firmware that ran on this thread: it has ended already.
            }
        }
    }
}
