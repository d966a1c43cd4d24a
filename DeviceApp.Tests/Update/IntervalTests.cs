using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    /// <summary>Updates are looked for again and again, though nobody asks.</summary>
    [TestClass]
    public class IntervalTests
    {
        private const int LimitMs = 10000;

        // Longer than the agent takes to look at the clock.
        private const int NothingMs = 1500;

        [TestMethod]
        public void A_second_look_comes_after_the_interval_and_not_before()
        {
            var agent = new AgentRig();
            agent.Offer.Bundle = null;
            agent.Agent.Start();
            Assert.IsTrue(agent.Offer.Asked.WaitOne(LimitMs, false));
            agent.Board.Clock.Slept += (UpdateSettings.MinInterval - 1) * 1000;
            Assert.IsFalse(agent.Offer.Asked.WaitOne(NothingMs, false));

            // The agent may have begun to wait only now.
            var looks = false;
            for (var tries = 0; tries < 5 && !looks; tries++)
            {
                agent.Board.Clock.Slept += UpdateSettings.MinInterval * 1000;
                looks = agent.Offer.Asked.WaitOne(LimitMs, false);
            }

            Assert.IsTrue(looks);
        }
    }
}
