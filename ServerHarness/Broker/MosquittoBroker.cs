using SecureEsp.ServerHarness.Programs;

namespace SecureEsp.ServerHarness.Broker;

/// <summary>The real mosquitto, supervised: mutual TLS only, the certificate's common name is the user name.</summary>
public sealed class MosquittoBroker : IAsyncDisposable
{
    private const int PortAttempts = 5;

    private readonly BrokerOptions _options;
    private readonly string _program;
    private readonly SystemUser? _user;
    private BrokerFiles? _files;
    private BrokerProcess? _process;
    private IReadOnlyList<string> _lastLines = [];

    private MosquittoBroker(BrokerOptions options)
    {
        _options = options;
        _program = ProgramSearch.Find(options.Program, options.SearchPath) ?? throw BrokerFailure.NotInstalled(options);
        _user = !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess ? SystemUser.Find(options.UserWhenRoot) : null;
    }

    /// <summary>Every line that mosquitto writes and that the log level lets pass. Comes from a thread of its own.</summary>
    public event Action<string>? Output;

    /// <summary>The process ended without having been asked to; the argument is its exit code.</summary>
    public event Action<int>? Crashed;

    /// <summary>The port it listens on; the same after a restart.</summary>
    public int Port { get; private set; }

    /// <summary>The process id, or null while it is stopped.</summary>
    public int? ProcessId => _process?.Id;

    /// <summary>Completes with the exit code when the present process ends, for whatever reason.</summary>
    public Task<int> Ended => _process?.Ended ?? Task.FromResult(0);

    /// <summary>The last lines that the present or latest process wrote.</summary>
    public IReadOnlyList<string> LastLines => _process?.Tail ?? _lastLines;

    /// <summary>Starts the broker; when this returns it accepts connections.</summary>
    /// <param name="observe">Called before the program runs, to subscribe to the events.</param>
    /// <exception cref="HarnessException">Program, port or file cannot be had; the hint says what to do.</exception>
    public static async Task<MosquittoBroker> StartAsync(
        BrokerOptions options, Action<MosquittoBroker>? observe = null, CancellationToken cancellation = default)
    {
        var broker = new MosquittoBroker(options);
        observe?.Invoke(broker);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                broker.Port = options.Port != 0 ? options.Port : FreePort.Find(options.Address);
                if (await broker.TryStart(cancellation) is not { } failure)
                {
                    return broker;
                }

                if (options.Port != 0 || attempt == PortAttempts || !BrokerFailure.IsPortTaken(broker.LastLines))
                {
                    throw failure;
                }
            }
        }
        catch
        {
            await broker.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it again on the same port after <see cref="StopAsync"/> or a crash; reads certificates and key anew.</summary>
    public async Task StartAgainAsync(CancellationToken cancellation = default)
    {
        if (_process is { Ended.IsCompleted: false })
        {
            throw new InvalidOperationException("the broker is running");
        }

        await Clear();
        if (await TryStart(cancellation) is { } failure)
        {
            throw failure;
        }
    }

    /// <summary>
    /// Looks whether certificate, key, authorities, revocations or operators are others than those in use, and takes them over:
    /// without a connection lost where that can be, else by starting again.
    /// </summary>
    /// <exception cref="HarnessException">The new ones cannot be used, or the start failed; in the first case the broker goes on with the old.</exception>
    public async Task<BrokerRefresh> RefreshAsync(CancellationToken cancellation = default)
    {
        if (_files is not { } files || _process is not { } process)
        {
            throw new InvalidOperationException("the broker is stopped");
        }

        var now = BrokerMaterial.Read(_options);
        if (now == files.Material)
        {
            return BrokerRefresh.Unchanged;
        }

        if (now.TrustsTheSame(files.Material))
        {
            files.Replace(now, _user);
            process.Reload();
            return BrokerRefresh.Reloaded;
        }

        await StopAsync();
        await StartAgainAsync(cancellation);
        return BrokerRefresh.Restarted;
    }

    /// <summary>Asks the process to end and waits for it; kills it if it does not in time.</summary>
    public async Task StopAsync()
    {
        if (_process is { } process)
        {
            await process.Stop(_options.StopTimeout);
        }

        await Clear();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task<HarnessException?> TryStart(CancellationToken cancellation)
    {
        _files = BrokerFiles.Create(BrokerMaterial.Read(_options));
        var persistence = BrokerPersistence.Prepare(_options.PersistenceFolder, _user);
        _files.Complete(BrokerConfiguration.Write(_options, Port, _files, persistence, _user?.Name), _user);
        var process = _process = BrokerProcess.Start(_program, _files.Configuration, Pass);
        int? exitCode = null;
        try
        {
            if (await process.Ready(_options.StartTimeout, cancellation))
            {
                _ = Watch(process);
                return null;
            }

            exitCode = await process.Ended;
        }
        catch (TimeoutException)
        {
            await process.Stop(_options.StopTimeout);
        }

        await Clear();
        return BrokerFailure.NotReady(_options, Port, exitCode, LastLines);
    }

    private void Pass(string line)
    {
        if (BrokerLog.Passes(line, _options.LogLevel))
        {
            Output?.Invoke(line);
        }
    }

    private async Task Watch(BrokerProcess process)
    {
        var code = await process.Ended;
        if (!process.WasAsked)
        {
            Crashed?.Invoke(code);
        }
    }

    private async Task Clear()
    {
        if (_process is { } process)
        {
            await process.DisposeAsync();
            _lastLines = process.Tail;
            _process = null;
        }

        _files?.Dispose();
        _files = null;
    }
}
