using System;
using System.Threading;
using SecureEsp.DeviceApp.Formats;
using SecureEsp.DeviceApp.Boot;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// Looks for updates: at the first boot, when asked, and from time to time; one at a time, on a thread of its own. Confirms the
    /// application that is on trial first.
    /// </summary>
    public sealed class UpdateAgent
    {
        private const int LookMs = 1000;
        private const int RetryMs = 2000;
        private const int RestartMs = 1000;

        private readonly Device _device;
        private readonly UpdateParts _parts;
        private readonly FactsSource _facts;
        private readonly ApplicationHost _host;
        private readonly TrialSupervisor _supervisor;
        private readonly IUpdateProviders _providers;
        private readonly AutoResetEvent _asked = new AutoResetEvent(false);
        private readonly object _starting = new object();
        private Thread _thread;

        /// <summary>Updates this device.</summary>
        public UpdateAgent(Device device, UpdateParts parts, FactsSource facts, ApplicationHost host, TrialSupervisor supervisor, IUpdateProviders providers)
        {
            _device = device;
            _parts = parts;
            _facts = facts;
            _host = host;
            _supervisor = supervisor;
            _providers = providers;
        }

        /// <summary>Whether an update, or a confirmation, is under way.</summary>
        public bool IsRunning { get; private set; }

        /// <summary>Starts the thread; harmless where it runs.</summary>
        public void Start()
        {
            lock (_starting)
            {
                if (_thread == null)
                {
                    _thread = new Thread(Work);
                    _thread.Start();
                }
            }
        }

        /// <summary>Looks for an update now.</summary>
        public void Ask()
        {
            IsRunning = true;
            _asked.Set();
        }

        private void Work()
        {
            IsRunning = true;
            Confirm();
            if (_facts.Running == null)
            {
                Run();
            }

            while (true)
            {
                IsRunning = false;
                Wait();
                IsRunning = true;
                Run();
            }
        }

        // The interval may be set anew while it passes.
        private void Wait()
        {
            var began = _device.Clock.Milliseconds;
            while (!_asked.WaitOne(LookMs, false) && _device.Clock.Milliseconds - began < _parts.Store.State.Settings.Interval * 1000L)
            {
            }
        }

        private void Confirm()
        {
            while (_host.IsOnTrial && _parts.Store.State.Trial != Slot.Factory)
            {
                var missing = Missing();
                if (missing == null)
                {
                    TryConfirm();
                    return;
                }

                _supervisor.Waiting = missing;
                _device.Clock.Sleep(RetryMs);
            }
        }

        // What keeps the trial from being confirmed; null for nothing.
        private string Missing()
        {
            try
            {
                if (!_device.Session.IsOpen)
                {
                    return UpdateReasonWords.Short(StartReason.Unconfirmed, "no broker");
                }

                int length;
                var provider = Provider();
                provider.TryGetOffer(out length);
                provider.Close();
                return !_host.IsHealthy() ? UpdateReasonWords.Short(StartReason.Unhealthy, null)
                    : _device.Session.IsOpen ? null : UpdateReasonWords.Short(StartReason.Unconfirmed, "no broker");
            }
            catch (UpdateException e)
            {
                return UpdateReasonWords.Short(StartReason.Unconfirmed, e.Message);
            }
            catch (Exception e)
            {
                return UpdateReasonWords.Short(StartReason.Unhealthy, e.GetType().FullName + ": " + e.Message);
            }
        }

        private void TryConfirm()
        {
            var manifest = _facts.Running.Decision.Manifest;
            try
            {
                _parts.Store.Apply(state => SlotPolicy.Confirm(state, manifest.Floor));
                _host.OnConfirmed();
                _supervisor.Confirmed();
                _parts.Log.Success("Update to " + manifest.Version.ToString() + " is confirmed");
            }
            catch (UpdateException e)
            {
                _supervisor.Fail(e.Message);
            }
        }

        private void Run()
        {
            IUpdateProvider provider = null;
            try
            {
                provider = Provider();
                var source = new Source(provider, _device.Clock, _device.Random);
                var decision = new UpdateDownload(provider, source, _parts).Run(_facts.Offered(_parts.Keys.Current));
                if (decision.Accepted)
                {
                    _parts.Log.Success("Update to " + decision.Manifest.Version.ToString() + " is stored and verified, restarting to try it");
                    _device.Clock.Sleep(RestartMs);
                    _device.Power.Reboot();
                }

                Tell(decision.Reason, decision.Detail);
            }
            catch (UpdateException e)
            {
                Tell(e.Reason, e.Detail);
            }
            catch (Exception e)
            {
                Tell(DownloadReason.Unexpected, e.GetType().Name + ", " + e.Message);
            }
            finally
            {
                provider?.Close();
            }
        }

        private void Tell(int reason, string detail)
        {
            var text = "Update: " + UpdateReasonWords.Full(reason, detail);
            if (reason == UpdateReason.UpToDate || reason == DownloadReason.NothingOffered)
            {
                _parts.Log.Success(text);
            }
            else
            {
                _parts.Log.Error(text);
            }
        }

        private IUpdateProvider Provider()
        {
            var text = _parts.Store.State.Settings.Effective(_device.Settings.UpdateUrl);
            if (text.Length == 0)
            {
                throw new UpdateException(DownloadReason.NoUrl, null);
            }

            var url = HttpsUrl.Parse(text, HttpsUrl.MaxStored);
            return url == null ? throw new UpdateException(DownloadReason.BadUrl, text) : _providers.For(url);
        }
    }

    /// <summary>Makes providers.</summary>
    public interface IUpdateProviders
    {
        /// <summary>One that asks this URL.</summary>
        IUpdateProvider For(HttpsUrl url);
    }
}
