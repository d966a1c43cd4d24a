using System;
using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    /// <summary>An application on trial is not confirmed before the broker, the update server and the application itself say so.</summary>
    [TestClass]
    public class TrialTests
    {
        [TestMethod]
        public void Without_the_broker_it_is_not_confirmed()
        {
            var agent = OnTrial();
            agent.Board.Link.Lose();
            IsNotConfirmed(agent, "710 unconfirmed (no broker)");
        }

        [TestMethod]
        public void Without_an_answer_of_the_update_server_it_is_not_confirmed()
        {
            var agent = OnTrial();
            agent.Offer.Throws = new UpdateException(DownloadReason.Unreachable, "cut");
            IsNotConfirmed(agent, "710 unconfirmed (" + agent.Offer.Throws.Message + ")");
        }

        [TestMethod]
        public void Whatever_the_question_for_an_update_throws_it_is_not_confirmed()
        {
            var agent = OnTrial();
            agent.Offer.Throws = new InvalidOperationException("odd");
            IsNotConfirmed(agent, "709 unhealthy (System.InvalidOperationException: odd)");
        }

        [TestMethod]
        public void An_application_that_says_it_is_not_well_is_not_confirmed()
        {
            var agent = OnTrial();
            agent.Application.WellFor = 0;
            IsNotConfirmed(agent, "709 unhealthy");
        }

        [TestMethod]
        public void Nor_is_one_that_was_well_and_is_not_after_the_pause()
        {
            var agent = OnTrial();
            agent.Application.WellFor = 1;
            IsNotConfirmed(agent, "709 unhealthy");
        }

        // A thread that ends at the third look ends the waiting.
        private static void IsNotConfirmed(AgentRig agent, string waiting)
        {
            agent.Application.EndsAfter = 2;
            agent.Steps.Confirm();
            Assert.AreEqual("fail: 713 thread-ended (_worker)", agent.Backend.Asked);
            Assert.AreEqual(waiting, agent.Supervisor.Waiting);
        }

        private static AgentRig OnTrial()
        {
            var agent = new AgentRig();
            agent.Backend.Status = UpdateStatus.Testing;
            agent.Run(agent.Offer.Bundle);
            return agent;
        }
    }
}
