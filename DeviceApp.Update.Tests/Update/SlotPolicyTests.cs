using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    [TestClass]
    public class SlotPolicyTests
    {
        [TestMethod]
        public void A_formatted_flash_starts_the_factory_application()
        {
            bool changed;
            Assert.AreEqual(Slot.Factory, SlotPolicy.Next(new UpdateState(), out changed));
            Assert.IsFalse(changed);
        }

        [TestMethod]
        public void The_active_slot_is_never_the_one_that_is_written()
        {
            Assert.AreEqual(Slot.A, SlotPolicy.Spare(new UpdateState()));
            Assert.AreEqual(Slot.B, SlotPolicy.Spare(new UpdateState { Active = Slot.A }));
            Assert.AreEqual(Slot.A, SlotPolicy.Spare(new UpdateState { Active = Slot.B }));
        }

        [TestMethod]
        public void Without_an_active_slot_what_was_begun_goes_on()
        {
            var state = new UpdateState();
            SlotPolicy.Begin(state, Slot.B, Digest(1));
            Assert.AreEqual(Slot.B, SlotPolicy.Spare(state));
            Assert.IsTrue(SlotPolicy.Continues(state, Slot.B, Digest(1)));
            Assert.IsFalse(SlotPolicy.Continues(state, Slot.B, Digest(2)));
            Assert.IsFalse(SlotPolicy.Continues(state, Slot.A, Digest(1)));
        }

        [TestMethod]
        public void Each_start_of_a_trial_counts_before_it_happens_and_the_last_one_gives_it_up()
        {
            var state = OnTrial();
            bool changed;
            for (var left = SlotPolicy.Attempts - 1; left >= 0; left--)
            {
                Assert.AreEqual(Slot.B, SlotPolicy.Next(state, out changed));
                Assert.IsTrue(changed);
                Assert.AreEqual(left, state.AttemptsLeft);
            }

            Assert.AreEqual(Slot.A, SlotPolicy.Next(state, out changed));
            Assert.IsTrue(changed && state.MustReport);
            Assert.AreEqual(Slot.Factory, state.Trial);
            Assert.AreEqual(SlotStatus.Empty, state.StatusOf(Slot.B));
            Assert.AreEqual(2, (int)state.Failed[0][0]);
            Assert.AreEqual(Slot.A, SlotPolicy.Next(state, out changed));
            Assert.IsFalse(changed);
        }

        [TestMethod]
        public void A_first_update_that_fails_leaves_the_factory_application()
        {
            var state = new UpdateState();
            SlotPolicy.Begin(state, Slot.A, Digest(1));
            SlotPolicy.Switch(state, Slot.A);
            bool changed;
            for (var i = 0; i < SlotPolicy.Attempts; i++)
            {
                SlotPolicy.Next(state, out changed);
            }

            Assert.AreEqual(Slot.Factory, SlotPolicy.Next(state, out changed));
            Assert.AreEqual(Slot.Factory, SlotPolicy.Next(state, out changed));
        }

        [TestMethod]
        public void A_confirmed_trial_is_active_and_the_floor_never_goes_down()
        {
            var state = OnTrial();
            bool changed;
            SlotPolicy.Next(state, out changed);
            SlotPolicy.Confirm(state, new SemanticVersion(2, 0, 0));
            Assert.AreEqual(Slot.B, SlotPolicy.Next(state, out changed));
            Assert.IsFalse(changed);
            Assert.AreEqual(SlotStatus.Good, state.StatusOf(Slot.A));
            SlotPolicy.Begin(state, Slot.A, Digest(3));
            SlotPolicy.Switch(state, Slot.A);
            SlotPolicy.Next(state, out changed);
            SlotPolicy.Confirm(state, new SemanticVersion(1, 9, 9));
            Assert.AreEqual("2.0.0", state.Floor.ToString());
        }

        [TestMethod]
        public void A_damaged_active_slot_gives_way_to_the_other_one_and_then_to_the_factory_application()
        {
            var state = OnTrial();
            bool changed;
            SlotPolicy.Next(state, out changed);
            SlotPolicy.Confirm(state, new SemanticVersion(0, 0, 0));
            SlotPolicy.Drop(state, Slot.B, "damaged");
            Assert.AreEqual(Slot.A, SlotPolicy.Next(state, out changed));
            SlotPolicy.Drop(state, Slot.A, "damaged too");
            Assert.AreEqual(Slot.Factory, SlotPolicy.Next(state, out changed));
            Assert.AreEqual("damaged too", state.Failure);
            Assert.IsNull(state.Failed[0]);
        }

        [TestMethod]
        public void A_slot_that_is_being_written_is_never_started()
        {
            var state = new UpdateState { Active = Slot.A };
            state.Status[0] = SlotStatus.Good;
            SlotPolicy.Begin(state, Slot.B, Digest(2));
            SlotPolicy.Drop(state, Slot.A, "damaged");
            bool changed;
            Assert.AreEqual(Slot.Factory, SlotPolicy.Next(state, out changed));
        }

        [TestMethod]
        public void The_failed_are_remembered_by_turns()
        {
            var state = new UpdateState();
            for (var i = 1; i <= UpdateState.MaxFailed + 1; i++)
            {
                SlotPolicy.Begin(state, Slot.A, Digest(i));
                SlotPolicy.Discard(state, Slot.A, true);
            }

            Assert.AreEqual(UpdateState.MaxFailed + 1, (int)state.Failed[0][0]);
            Assert.AreEqual(2, (int)state.Failed[1][0]);
        }

        [TestMethod]
        public void A_revert_goes_to_the_one_before_and_for_ever()
        {
            var state = OnTrial();
            bool changed;
            SlotPolicy.Next(state, out changed);
            SlotPolicy.Confirm(state, new SemanticVersion(0, 0, 0));
            SlotPolicy.Revert(state);
            Assert.AreEqual(Slot.A, SlotPolicy.Next(state, out changed));
            Assert.AreEqual(2, (int)state.Failed[0][0]);
        }

        [TestMethod]
        public void What_is_remembered_of_a_failure_is_bounded()
        {
            var state = new UpdateState();
            SlotPolicy.Remember(state, new string('x', 1000));
            Assert.AreEqual(UpdateState.MaxFailure, state.Failure.Length);
            Assert.IsTrue(state.MustReport);
        }

        private static UpdateState OnTrial()
        {
            var state = new UpdateState { Active = Slot.A };
            state.Status[0] = SlotStatus.Good;
            state.Digests[0] = Digest(1);
            SlotPolicy.Begin(state, Slot.B, Digest(2));
            SlotPolicy.Switch(state, Slot.B);
            return state;
        }

        private static byte[] Digest(int first)
        {
            var digest = new byte[32];
            digest[0] = (byte)first;
            return digest;
        }
    }
}
