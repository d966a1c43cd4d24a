using System;
using System.Threading;
using SecureEsp.DeviceApp.Boot;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// Starts the application that the slots say: counts an attempt of a trial before anything else, verifies all of a slot before
    /// the CLR sees any of it, and falls back to the other slot and then to the factory application.
    /// </summary>
    public sealed class ApplicationHost : IHostedApplication, ITrialApplication
    {
        private const int StartLimitMs = 20000;

        private readonly UpdateParts _parts;
        private readonly FactsSource _facts;
        private readonly IApplicationLoader _loader;
        private readonly IHostedApplication _factory;
        private readonly ITrialEnd _trialEnd;
        private readonly int _startLimitMs;
        private ILoadedApplication _application;
        private bool _isTrial;

        /// <summary>Hosts what the slots hold.</summary>
        /// <param name="parts">State and log.</param>
        /// <param name="facts">Is told what runs.</param>
        /// <param name="loader">Loads from slots.</param>
        /// <param name="factory">Runs where no slot can.</param>
        /// <param name="trialEnd">Ends a trial that fails.</param>
        /// <param name="startLimitMs">Longest time for an application's Start, in milliseconds.</param>
        public ApplicationHost(
            UpdateParts parts, FactsSource facts, IApplicationLoader loader, IHostedApplication factory, ITrialEnd trialEnd, int startLimitMs = StartLimitMs)
        {
            _parts = parts;
            _facts = facts;
            _loader = loader;
            _factory = factory;
            _trialEnd = trialEnd;
            _startLimitMs = startLimitMs;
        }

        /// <inheritdoc/>
        public string Description
        {
            get
            {
                var running = _facts.Running;
                if (running == null)
                {
                    return _factory.Description;
                }

                var manifest = running.Decision.Manifest;
                return manifest.EntryType + " " + manifest.Version.ToString() + " from " + Slot.Name(running.Slot) + (IsOnTrial ? ", on trial" : "");
            }
        }

        /// <summary>Whether what runs is on trial.</summary>
        public bool IsOnTrial
        {
            get { return _isTrial && _parts.Store.State.Trial != Slot.Factory; }
        }

        /// <inheritdoc/>
        public string EndedThread()
        {
            return _application?.EndedThread();
        }

        /// <inheritdoc/>
        public bool IsHealthy()
        {
            return _application == null || _application.IsHealthy();
        }

        /// <inheritdoc/>
        public void Start()
        {
            var content = Choose();
            Report();
            if (content == null || !TryStart(content))
            {
                _facts.Running = null;
                _application = null;
                _factory.Start();
            }

            _parts.Log.Info("Running application: " + Description);
        }

        // At most each slot fails once, and then the factory application is left.
        private SlotContent Choose()
        {
            for (var tries = 0; tries < 3; tries++)
            {
                var slot = Next();
                if (slot == Slot.Factory)
                {
                    return null;
                }

                try
                {
                    return _loader.Verify(slot);
                }
                catch (UpdateException e)
                {
                    Drop(slot, e);
                }
            }

            return null;
        }

        private int Next()
        {
            bool changed;
            var slot = Slot.Factory;
            try
            {
                if (_parts.Store.State.Trial == Slot.Factory)
                {
                    return _parts.Store.State.Active;
                }

                _parts.Store.Apply(state => slot = SlotPolicy.Next(state, out changed));
                _isTrial = _parts.Store.State.Trial == slot && slot != Slot.Factory;
                return slot;
            }
            catch (UpdateException e)
            {
                // An attempt that cannot be counted must not be made.
                _parts.Log.Error("Update: " + e.Message);
                _isTrial = false;
                return _parts.Store.State.Active;
            }
        }

        private void Drop(int slot, UpdateException e)
        {
            _isTrial = false;
            _parts.Log.Error("Update: " + Slot.Name(slot) + " is not started: " + e.Message);
            Change(state => SlotPolicy.Drop(state, slot, e.Message));
        }

        private bool TryStart(SlotContent content)
        {
            _facts.Running = content;
            if (IsOnTrial)
            {
                _trialEnd.Watch();
            }

            var failure = Failure(content);
            if (failure == null)
            {
                return true;
            }

            if (IsOnTrial)
            {
                _trialEnd.Fail(failure);
            }

            // It was confirmed once: the device stays in reach, and the next boot tries it again.
            _parts.Log.Error("Update: " + Slot.Name(content.Slot) + " did not start: " + failure);
            return false;
        }

        // On a thread of its own: a Start that never returns must not take the session with it.
        private string Failure(SlotContent content)
        {
            string failure = null;
            var ended = false;
            var starter = new Thread(() =>
            {
                try
                {
                    _application = _loader.Load(content);
                    for (var i = 0; i < _parts.ApplicationSettings.Count; i++)
                    {
                        _application.Configure(_parts.ApplicationSettings.Key(i), _parts.ApplicationSettings.Value(i));
                    }

                    _application.Start();
                }
                catch (UpdateException e)
                {
                    failure = UpdateReasonWords.Short(e.Reason, e.Detail);
                }
                catch (Exception e)
                {
                    failure = UpdateReasonWords.Short(StartReason.StartFailed, e.GetType().FullName + ": " + e.Message);
                }

                ended = true;
            });
            starter.Start();
            starter.Join(_startLimitMs);
            return ended ? failure : UpdateReasonWords.Short(StartReason.StartSlow, null);
        }

        private void Report()
        {
            var state = _parts.Store.State;
            if (!state.MustReport)
            {
                return;
            }

            var failure = state.Failure.Length == 0 ? "it restarted and left no word" : state.Failure;
            _parts.Log.Error("Update: " + (state.Trial != Slot.Factory
                ? "the trial failed: " + failure + "; trying again, then " + state.AttemptsLeft.ToString() + " times more"
                : UpdateReasonWords.Full(StartReason.RolledBack, failure)));
            Change(changed => changed.MustReport = false);
        }

        private void Change(StateChange change)
        {
            try
            {
                _parts.Store.Apply(change);
            }
            catch (UpdateException e)
            {
                _parts.Log.Error("Update: " + e.Message);
            }
        }
    }

    /// <summary>How a trial ends that fails.</summary>
    public interface ITrialEnd
    {
        /// <summary>The trial begins: without a confirmation in time it fails by itself.</summary>
        void Watch();

        /// <summary>The application works: nothing ends it any more.</summary>
        void Confirmed();

        /// <summary>Remembers why, and reboots. Does not return on a board.</summary>
        void Fail(string failure);
    }
}
