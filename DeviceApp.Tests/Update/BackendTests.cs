using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Tests.Fakes;
using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    /// <summary>The agent works in front of any back end: it decides and checks, and the back end stores.</summary>
    [TestClass]
    public class BackendTests
    {
        private const int PayloadBytes = 9000;

        [TestMethod]
        public void A_bundle_reaches_another_back_end_piece_by_piece_and_is_confirmed_there()
        {
            var agent = new AgentRig();
            agent.Steps.Look();
            Assert.IsTrue(ByteOrder.AreEqual(agent.Offer.Bundle, agent.Backend.Stored), agent.Log);
            Assert.AreEqual("resume start complete ", agent.Backend.Asked);
            Assert.AreEqual(1, agent.Board.Reboots);
            agent.Backend.Status = UpdateStatus.Testing;
            agent.Run(agent.Offer.Bundle);
            agent.Steps.Confirm();
            Assert.AreEqual("resume start complete confirm ", agent.Backend.Asked);
            Assert.IsTrue(agent.Log.IndexOf("[SUCCESS] Update to 1.2.0 is confirmed") > 0, agent.Log);
        }

        [TestMethod]
        public void A_cut_download_goes_on_at_the_piece_where_the_back_end_stands()
        {
            var agent = new AgentRig();
            agent.Offer.CutAt = agent.Offer.Bundle.Length - 100;
            agent.Steps.Look();
            Assert.AreEqual(agent.Offer.Bundle.Length - (PayloadBytes - 8192), agent.Backend.Stored.Length, agent.Log);
            Assert.AreEqual(0, agent.Board.Reboots);
            agent.Offer.CutAt = -1;
            agent.Steps.Look();
            Assert.IsTrue(ByteOrder.AreEqual(agent.Offer.Bundle, agent.Backend.Stored), agent.Log);
            Assert.AreEqual("resume start abort resume complete ", agent.Backend.Asked);
            Assert.IsTrue(agent.Log.IndexOf("continuing at chunk 2 of 9000 bytes") > 0, agent.Log);
        }

        [TestMethod]
        public void Malicious_mirror_no_back_end_gets_a_piece_that_was_not_signed()
        {
            for (var at = 1; at < PayloadBytes; at += 4096)
            {
                var agent = new AgentRig();
                agent.Offer.Bundle[agent.Offer.Bundle.Length - at] ^= 1;
                agent.Steps.Look();
                var first = agent.Offer.Bundle.Length - at;
                Assert.IsTrue(agent.Backend.Stored.Length <= first, agent.Log);
                Assert.IsTrue(agent.Log.IndexOf("615 chunk-digest") > 0, agent.Log);
                Assert.AreEqual("resume start abort ", agent.Backend.Asked);
            }
        }

        [TestMethod]
        public void Malicious_mirror_a_changed_digest_list_is_not_stored_either()
        {
            var agent = new AgentRig();
            agent.Offer.Bundle[agent.Offer.Bundle.Length - PayloadBytes - 1] ^= 1;
            agent.Steps.Look();
            Assert.IsTrue(agent.Log.IndexOf("614 page-digest") > 0, agent.Log);
            Assert.AreEqual(agent.Offer.Bundle.Length - PayloadBytes - (3 * PayloadLayout.DigestBytes), agent.Backend.Stored.Length);
        }

        [TestMethod]
        public void A_back_end_that_takes_no_more_ends_the_download_with_its_reason()
        {
            var agent = new AgentRig();
            agent.Backend.Refuses = DownloadReason.Flash;
            agent.Steps.Look();
            Assert.IsTrue(agent.Log.IndexOf("[ERROR] Update: 616 flash: the flash did not take the download (no room)") > 0, agent.Log);
            Assert.AreEqual("resume start abort ", agent.Backend.Asked);
        }

        [TestMethod]
        public void Nothing_is_downloaded_while_something_is_on_trial_or_about_to_be()
        {
            foreach (var status in new[] { UpdateStatus.Testing, UpdateStatus.TestPending })
            {
                var agent = new AgentRig();
                agent.Backend.Status = status;
                agent.Steps.Look();
                Assert.AreEqual("", agent.Backend.Asked);
                Assert.AreEqual(0, agent.Offer.ReadTo);
                Assert.IsTrue(agent.Log.IndexOf("618 on-trial") > 0, agent.Log);
            }
        }

        [TestMethod]
        public void Only_a_trial_is_committed()
        {
            var agent = new AgentRig();
            Assert.AreEqual(DownloadReason.NothingOnTrial, Refusal.Of(agent.Agent.Commit));
            agent.Backend.Status = UpdateStatus.Testing;
            agent.Run(agent.Offer.Bundle);
            agent.Agent.Commit();
            Assert.AreEqual("confirm ", agent.Backend.Asked);
            Assert.AreEqual(DownloadReason.NothingOnTrial, Refusal.Of(agent.Agent.Commit));
        }

        [TestMethod]
        public void A_revert_waits_for_no_download_and_ends_a_trial()
        {
            var agent = new AgentRig();
            agent.Agent.Ask();
            Assert.AreEqual(DownloadReason.Running, Refusal.Of(agent.Agent.Revert));
            Assert.AreEqual("", agent.Backend.Asked);
            agent.Backend.Status = UpdateStatus.Testing;
            agent.Agent.Revert();
            Assert.AreEqual("revert ", agent.Backend.Asked);
            Assert.IsTrue(agent.Log.IndexOf("[SUCCESS] Update: going back to the application before this one, restarting") > 0, agent.Log);
        }

        [TestMethod]
        public void Only_the_application_that_is_to_run_is_gone_back_from()
        {
            var agent = new AgentRig();
            Assert.AreEqual(DownloadReason.NothingToRevert, Refusal.Of(agent.Slots.Revert));
            agent.Store.Apply(state => state.Active = Slot.A);
            Assert.AreEqual(DownloadReason.NothingToRevert, Refusal.Of(agent.Slots.Revert));
            agent.Run(agent.Offer.Bundle);
            agent.Store.Apply(state => SlotPolicy.Switch(state, Slot.B));
            Assert.AreEqual(DownloadReason.NothingToRevert, Refusal.Of(agent.Slots.Revert));
            Assert.AreEqual(Slot.B, agent.Store.State.Trial);
            agent.Store.Apply(state => state.Trial = Slot.Factory);
            Assert.AreEqual(UpdateReason.Accepted, Refusal.Of(agent.Slots.Revert));
            Assert.AreEqual(Slot.Factory, agent.Store.State.Active);

            // It runs until the restart: asked for twice, it goes back once.
            agent.Store.Apply(state => state.Active = Slot.B);
            Assert.AreEqual(DownloadReason.NothingToRevert, Refusal.Of(agent.Slots.Revert));
            Assert.AreEqual(Slot.B, agent.Store.State.Active);
        }

        [TestMethod]
        public void A_trial_whose_thread_has_ended_fails_at_once_though_all_else_is_there()
        {
            var agent = new AgentRig();
            agent.Backend.Status = UpdateStatus.Testing;
            agent.Run(agent.Offer.Bundle);
            agent.Application.EndsAfter = 0;
            agent.Steps.Confirm();
            Assert.AreEqual("fail: 713 thread-ended (_worker)", agent.Backend.Asked);
            Assert.AreEqual(1, agent.Board.Reboots);
        }

        [TestMethod]
        public void A_trial_that_cannot_be_confirmed_in_time_fails_with_what_was_missing()
        {
            var agent = new AgentRig();
            agent.Backend.Status = UpdateStatus.Testing;
            agent.Supervisor.Waiting = UpdateReasonWords.Short(StartReason.Unconfirmed, "no broker");
            agent.Supervisor.Fail(agent.Supervisor.Waiting);
            Assert.AreEqual("fail: 710 unconfirmed (no broker)", agent.Backend.Asked);
            Assert.AreEqual(1, agent.Board.Reboots);
            agent.Backend.Status = UpdateStatus.Confirmed;
            agent.Supervisor.Fail("too late");
            Assert.AreEqual(1, agent.Board.Reboots);
        }
    }
}
