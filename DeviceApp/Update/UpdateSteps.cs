using System;
using SecureEsp.DeviceApp.Boot;
using SecureEsp.DeviceApp.Formats;
using SecureEsp.DeviceApp.Http;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>The two things that happen to updates in a boot: a trial is confirmed, and a new one is looked for. Each tells its outcome.</summary>
    public sealed class UpdateSteps
    {
        private const int RetryMs = 2000;
        private const int RestartMs = 1000;

        private readonly Device _device;
        private readonly UpdateParts _parts;
        private readonly FactsSource _facts;
        private readonly IUpdateBackend _backend;
        private readonly ITrialApplication _application;
        private readonly TrialSupervisor _supervisor;
        private readonly IUpdateProviders _providers;
        private readonly object _confirming = new object();

        /// <summary>The steps of this device.</summary>
        /// <param name="device">The session, the clock and the settings.</param>
        /// <param name="parts">Keys, checks and the log.</param>
        /// <param name="facts">What decisions depend on.</param>
        /// <param name="backend">Where updates are stored and started from.</param>
        /// <param name="application">What may be on trial.</param>
        /// <param name="supervisor">Ends a trial.</param>
        /// <param name="providers">Where updates come from.</param>
        public UpdateSteps(
            Device device, UpdateParts parts, FactsSource facts, IUpdateBackend backend, ITrialApplication application, TrialSupervisor supervisor, IUpdateProviders providers)
        {
            _device = device;
            _parts = parts;
            _facts = facts;
            _backend = backend;
            _application = application;
            _supervisor = supervisor;
            _providers = providers;
        }

        /// <summary>Waits for what confirms a trial, and confirms it; returns at once where nothing is on trial.</summary>
        public void Confirm()
        {
            while (_backend.Status == UpdateStatus.Testing)
            {
                var missing = Missing();
                _supervisor.Waiting = missing ?? UpdateReasonWords.Short(StartReason.Unhealthy, null);
                _device.Clock.Sleep(RetryMs);

                // Once more after the pause: what starts well and dies at once is not confirmed.
                var failure = Failure();
                if (failure != null)
                {
                    _supervisor.Fail(failure);
                    return;
                }

                if (missing == null && _application.IsHealthy())
                {
                    TryCommit();
                    return;
                }
            }
        }

        // What cannot get better by waiting; null for nothing.
        private string Failure()
        {
            try
            {
                var thread = _application.EndedThread();
                return thread == null ? null : UpdateReasonWords.Short(StartReason.ThreadEnded, thread);
            }
            catch (Exception e)
            {
                return UpdateReasonWords.Short(StartReason.Unhealthy, e.GetType().FullName + ": " + e.Message);
            }
        }

        /// <summary>Confirms a trial now.</summary>
        /// <exception cref="UpdateException">Nothing is on trial, or it could not be stored.</exception>
        public void Commit()
        {
            lock (_confirming)
            {
                if (_backend.Status != UpdateStatus.Testing)
                {
                    throw new UpdateException(DownloadReason.NothingOnTrial, null);
                }

                _backend.Confirm();
                _supervisor.Confirmed();
                _parts.Log.Success("Update to " + _facts.Running.Decision.Manifest.Version.ToString() + " is confirmed");
            }
        }

        /// <summary>Looks for an update, and installs what is accepted: then the board restarts, and this does not return.</summary>
        public void Look()
        {
            IUpdateProvider provider = null;
            try
            {
                if (_backend.Status == UpdateStatus.Testing || _backend.Status == UpdateStatus.TestPending)
                {
                    throw new UpdateException(DownloadReason.OnTrial, null);
                }

                provider = Provider();
                var source = new Source(provider, _device.Clock, _device.Random);
                var decision = new UpdateDownload(provider, source, _backend, _parts).Run(_facts.Offered(_parts.Keys.Current));
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

        // What keeps the trial from being confirmed; null for nothing.
        private string Missing()
        {
            try
            {
                if (!_device.Session.IsOpen)
                {
                    return UpdateReasonWords.Short(StartReason.Unconfirmed, "no broker");
                }

                Reach();
                return !_application.IsHealthy() ? UpdateReasonWords.Short(StartReason.Unhealthy, null)
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

        // Throws where the update server is not reached.
        private void Reach()
        {
            int length;
            var provider = Provider();
            try
            {
                provider.TryGetOffer(out length);
            }
            finally
            {
                provider.Close();
            }
        }

        private void TryCommit()
        {
            try
            {
                Commit();
            }
            catch (UpdateException e)
            {
                // Somebody else may have ended the trial meanwhile.
                if (e.Reason != DownloadReason.NothingOnTrial)
                {
                    _supervisor.Fail(e.Message);
                }
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

    /// <summary>The application, as far as its trial is concerned.</summary>
    public interface ITrialApplication
    {
        /// <summary>What it says of itself; true where it does not say.</summary>
        /// <exception cref="Exception">Whatever it throws.</exception>
        bool IsHealthy();

        /// <summary>The name of a thread that has ended; null for none.</summary>
        /// <exception cref="Exception">Whatever it throws.</exception>
        string EndedThread();
    }

    /// <summary>Makes providers.</summary>
    public interface IUpdateProviders
    {
        /// <summary>One that asks this URL.</summary>
        IUpdateProvider For(HttpsUrl url);
    }
}
