namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// Which slot starts, is written, and is given up. Changes the state only; whoever calls it makes the change durable before
    /// acting on it.
    /// </summary>
    public static class SlotPolicy
    {
        /// <summary>How often a slot on trial is started before it is given up.</summary>
        public const int Attempts = 3;

        private const string Reverted = "it was asked to go back";

        /// <summary>The slot that a new bundle goes to: never the active one, and never one that could still be started where another could be.</summary>
        public static int Spare(UpdateState state)
        {
            if (state.Active != Slot.Factory)
            {
                return Slot.Other(state.Active);
            }

            // Nothing is active: rather continue what was begun.
            return state.Status[1] == SlotStatus.Writing ? Slot.B : Slot.A;
        }

        /// <summary>A slot is about to be overwritten.</summary>
        public static void Begin(UpdateState state, int slot, byte[] digest)
        {
            Set(state, slot, SlotStatus.Writing, digest);
        }

        /// <summary>Whether a slot holds the beginning of this very bundle.</summary>
        public static bool Continues(UpdateState state, int slot, byte[] digest)
        {
            return state.StatusOf(slot) == SlotStatus.Writing && state.DigestOf(slot) != null && ByteOrder.AreEqual(state.DigestOf(slot), digest);
        }

        /// <summary>What was written to a slot is not fit to be tried.</summary>
        /// <param name="state">The state.</param>
        /// <param name="slot">The slot.</param>
        /// <param name="forEver">Whether this bundle is never to be downloaded again.</param>
        public static void Discard(UpdateState state, int slot, bool forEver)
        {
            if (forEver)
            {
                Fail(state, slot);
            }

            Set(state, slot, SlotStatus.Empty, null);
        }

        /// <summary>A slot has been written and verified: the next boot tries it.</summary>
        public static void Switch(UpdateState state, int slot)
        {
            state.Status[slot - 1] = SlotStatus.Trial;
            state.Trial = slot;
            state.AttemptsLeft = Attempts;
            state.Failure = "";
        }

        /// <summary>What to start now. Counts an attempt of a trial, or gives the trial up where none is left.</summary>
        /// <param name="state">Changed only where <paramref name="changed"/> says so; durable before the application starts.</param>
        /// <param name="changed">Whether the state must be stored.</param>
        public static int Next(UpdateState state, out bool changed)
        {
            changed = state.Trial != Slot.Factory;
            if (!changed)
            {
                return state.Active;
            }

            if (state.AttemptsLeft > 0)
            {
                state.AttemptsLeft--;
                return state.Trial;
            }

            GiveUp(state);
            return state.Active;
        }

        /// <summary>An application on trial did not start, or was not confirmed: remembered for the report.</summary>
        /// <param name="state">The state.</param>
        /// <param name="failure">Why; what is too long is cut.</param>
        public static void Remember(UpdateState state, string failure)
        {
            state.Failure = Cut(failure);
            state.MustReport = true;
        }

        /// <summary>What is in a slot cannot be started here, or is damaged; it may be downloaded again. To be reported at once.</summary>
        public static void Drop(UpdateState state, int slot, string failure)
        {
            state.Failure = Cut(failure);
            Set(state, slot, SlotStatus.Empty, null);
            if (state.Trial == slot)
            {
                state.Trial = Slot.Factory;
                state.AttemptsLeft = 0;
            }

            if (state.Active == slot)
            {
                var other = Slot.Other(slot);
                state.Active = state.StatusOf(other) == SlotStatus.Good ? other : Slot.Factory;
            }
        }

        /// <summary>The application on trial works.</summary>
        /// <param name="state">The state.</param>
        /// <param name="floor">What its manifest says; it never goes down.</param>
        public static void Confirm(UpdateState state, SemanticVersion floor)
        {
            state.Active = state.Trial;
            state.Status[state.Active - 1] = SlotStatus.Good;
            state.Trial = Slot.Factory;
            state.AttemptsLeft = 0;
            if (floor.CompareTo(state.Floor) > 0)
            {
                state.Floor = floor;
            }
        }

        /// <summary>Goes back from the active application to the one before it, or to that of the firmware.</summary>
        public static void Revert(UpdateState state)
        {
            if (state.Trial != Slot.Factory)
            {
                state.Failure = Reverted;
                GiveUp(state);
            }
            else if (state.Active != Slot.Factory)
            {
                Fail(state, state.Active);
                var other = Slot.Other(state.Active);
                state.Active = state.StatusOf(other) == SlotStatus.Good ? other : Slot.Factory;
            }
        }

        private static string Cut(string failure)
        {
            return failure.Length > UpdateState.MaxFailure ? failure.Substring(0, UpdateState.MaxFailure) : failure;
        }

        private static void GiveUp(UpdateState state)
        {
            Fail(state, state.Trial);
            state.Trial = Slot.Factory;
            state.AttemptsLeft = 0;
            state.MustReport = true;
        }

        private static void Fail(UpdateState state, int slot)
        {
            state.Failed[state.NextFailed] = state.DigestOf(slot);
            state.NextFailed = (state.NextFailed + 1) % UpdateState.MaxFailed;
            Set(state, slot, SlotStatus.Empty, null);
        }

        private static void Set(UpdateState state, int slot, int status, byte[] digest)
        {
            state.Status[slot - 1] = status;
            state.Digests[slot - 1] = digest;
        }
    }
}
