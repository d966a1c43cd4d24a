using System.Threading;
using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Boot;
using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    /// <summary>A trial that nobody confirms ends by itself.</summary>
    [TestClass]
    public class TrialSupervisorTests
    {
        private const int LimitMs = 10000;
        private const int NothingMs = 300;

        [TestMethod]
        public void A_trial_that_is_not_confirmed_in_time_fails()
        {
            var agent = new AgentRig();
            agent.Backend.Status = UpdateStatus.Testing;
            var power = new WatchedPower();
            Supervisor(agent, power).Watch();
            Assert.IsTrue(power.Rebooted.WaitOne(LimitMs, false));
            Assert.AreEqual("fail: 710 unconfirmed", agent.Backend.Asked);
        }

        [TestMethod]
        public void One_that_is_confirmed_goes_on()
        {
            var agent = new AgentRig();
            agent.Backend.Status = UpdateStatus.Testing;
            var power = new WatchedPower();
            var supervisor = Supervisor(agent, power);
            supervisor.Confirmed();
            supervisor.Watch();
            Assert.IsFalse(power.Rebooted.WaitOne(NothingMs, false));
            Assert.AreEqual("", agent.Backend.Asked);
        }

        private static TrialSupervisor Supervisor(AgentRig agent, IPower power)
        {
            return new TrialSupervisor(agent.Backend, new SessionUpdateLog(agent.Board.Device), agent.Board.Clock, power, 0);
        }

        private sealed class WatchedPower : IPower
        {
            public readonly ManualResetEvent Rebooted = new ManualResetEvent(false);

            public uint FreeHeap
            {
                get { return 0; }
            }

            public void Reboot()
            {
                Rebooted.Set();
            }
        }
    }
}
