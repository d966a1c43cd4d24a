using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Storage;
using SecureEsp.DeviceApp.Tests.Fakes;
using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    [TestClass]
    public class UpdateStoreTests
    {
        [TestMethod]
        public void Everything_survives_a_reboot()
        {
            var a = new FakeRecordFile("a");
            var b = new FakeRecordFile("b");
            new UpdateStore(a, b).Apply(Fill);
            var state = new UpdateStore(a, b).State;
            Assert.AreEqual(Slot.B, state.Active);
            Assert.AreEqual(Slot.A, state.Trial);
            Assert.AreEqual(2, state.AttemptsLeft);
            Assert.AreEqual(SlotStatus.Trial, state.StatusOf(Slot.A));
            Assert.AreEqual(SlotStatus.Good, state.StatusOf(Slot.B));
            Assert.IsNull(state.DigestOf(Slot.A));
            Assert.AreEqual(7, (int)state.DigestOf(Slot.B)[31]);
            Assert.AreEqual("1.2.3", state.Floor.ToString());
            Assert.AreEqual(9, (int)state.Failed[7][31]);
            Assert.IsNull(state.Failed[0]);
            Assert.AreEqual(3, state.NextFailed);
            Assert.AreEqual("why", state.Failure);
            Assert.IsTrue(state.MustReport);
            Assert.AreEqual("https://u", state.Settings.Url);
            Assert.IsTrue(state.Settings.UseUrl);
            Assert.AreEqual(9999999, state.Settings.Interval);
        }

        [TestMethod]
        public void The_fullest_state_fits_in_a_record()
        {
            var state = new UpdateState { Failure = new string('\uFFFD', UpdateState.MaxFailure) };
            for (var i = 0; i < UpdateState.MaxFailed; i++)
            {
                state.Failed[i] = new byte[32];
            }

            state.Digests[0] = state.Digests[1] = new byte[32];
            state.Settings = new UpdateSettings { Url = new string('u', 512) };
            uint sequence;
            var bytes = new UpdateStateFormat().Encode(state, uint.MaxValue);
            Assert.IsTrue(bytes.Length < RecordWriter.MaxBytes);
            Assert.IsNotNull(new UpdateStateFormat().Decode(bytes, out sequence));
            Assert.IsTrue(sequence == uint.MaxValue);
        }

        [TestMethod]
        public void A_cut_at_any_byte_and_any_flipped_bit_leaves_the_record_before()
        {
            var a = new FakeRecordFile("a");
            var b = new FakeRecordFile("b");
            var store = new UpdateStore(a, b);
            store.Apply(state => state.Active = Slot.A);
            store.Apply(state => state.Active = Slot.B);
            var whole = b.Content;
            for (var i = 0; i < whole.Length; i++)
            {
                b.Content = new byte[i];
                System.Array.Copy(whole, b.Content, i);
                Assert.AreEqual(Slot.A, new UpdateStore(a, b).State.Active, "cut to " + i.ToString());
                b.Content = new byte[whole.Length];
                System.Array.Copy(whole, b.Content, whole.Length);
                b.Content[i] ^= (byte)(1 << (i % 8));
                Assert.AreEqual(Slot.A, new UpdateStore(a, b).State.Active, "flipped in " + i.ToString());
            }
        }

        [TestMethod]
        public void What_the_flash_does_not_take_is_not_taken_for_done()
        {
            var a = new FakeRecordFile("a");
            var b = new FakeRecordFile("b");
            var store = new UpdateStore(a, b);
            store.Apply(state => state.AttemptsLeft = 2);
            b.Broken = true;
            Assert.ThrowsException(typeof(UpdateException), () => store.Apply(state => state.AttemptsLeft = 1));
            Assert.AreEqual(2, store.State.AttemptsLeft);
            b.Broken = false;
            b.LosesLast = true;
            Assert.ThrowsException(typeof(UpdateException), () => store.Apply(state => state.AttemptsLeft = 0));
            Assert.AreEqual(2, store.State.AttemptsLeft);
        }

        [TestMethod]
        public void Nobody_sees_a_change_before_it_is_stored()
        {
            var a = new FakeRecordFile("a");
            var b = new FakeRecordFile("b");
            var store = new UpdateStore(a, b);
            store.Apply(Fill);
            var before = store.State;
            a.Broken = b.Broken = true;
            Assert.ThrowsException(typeof(UpdateException), () => store.Apply(state =>
            {
                state.Active = Slot.A;
                state.Status[1] = SlotStatus.Empty;
                state.Digests[1] = null;
                state.Failed[7] = null;
                Assert.AreEqual(Slot.B, store.State.Active);
                Assert.AreEqual(SlotStatus.Good, store.State.StatusOf(Slot.B));
            }));

            // Nor after it failed, though the flash cannot be read any more: what was known is not forgotten.
            Assert.IsTrue(before == store.State);
            Assert.AreEqual(SlotStatus.Good, before.StatusOf(Slot.B));
            Assert.AreEqual(7, (int)before.DigestOf(Slot.B)[31]);
            Assert.AreEqual(9, (int)before.Failed[7][31]);
            Assert.AreEqual("1.2.3", store.State.Floor.ToString());
        }

        [TestMethod]
        [DataRow(4, 0, 0, 300)]
        [DataRow(0, 3, 0, 300)]
        [DataRow(0, 0, 4, 300)]
        [DataRow(0, 0, 0, 299)]
        [DataRow(0, 0, 0, 10000000)]
        public void A_value_out_of_its_range_makes_the_record_invalid(int status, int trial, int attempts, int interval)
        {
            var state = new UpdateState { Trial = trial, AttemptsLeft = attempts, Settings = new UpdateSettings { Interval = interval } };
            state.Status[1] = status;
            uint sequence;
            Assert.IsNull(new UpdateStateFormat().Decode(new UpdateStateFormat().Encode(state, 1), out sequence));
        }

        private static void Fill(UpdateState state)
        {
            state.Active = Slot.B;
            state.Trial = Slot.A;
            state.AttemptsLeft = 2;
            state.Status = new[] { SlotStatus.Trial, SlotStatus.Good };
            state.Digests[1] = new byte[32];
            state.Digests[1][31] = 7;
            state.Floor = new SemanticVersion(1, 2, 3);
            state.Failed[7] = new byte[32];
            state.Failed[7][31] = 9;
            state.NextFailed = 3;
            state.Failure = "why";
            state.MustReport = true;
            state.Settings = new UpdateSettings { Url = "https://u", UseUrl = true, Interval = 9999999 };
        }
    }
}
