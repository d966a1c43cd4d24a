using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    /// <summary>Key compromise seen from a whole bundle: the chain in it, and the application behind the chain.</summary>
    [TestClass]
    public class KeyCompromiseTests
    {
        [TestMethod]
        public void A_bundle_brings_the_keys_that_it_is_signed_with()
        {
            var device = new TestDevice();
            var chain = new TestChain(device.Scheme).Add(device.Scheme.KeySetBytes(2, 1, 2), 1, 2).Done;
            var decision = device.Judge(device.Head(chain, TestManifest.Good(device.Scheme, 2), 2));
            Assert.IsTrue(decision.Accepted, decision.ToString());
            Assert.IsTrue(decision.Keys.Version == 2);
        }

        [TestMethod]
        public void A_revoked_key_signs_nothing_any_more()
        {
            var device = new TestDevice();
            var chain = new TestChain(device.Scheme).Add(device.Scheme.KeySetBytes(2, 1, 2), 1, 2).Done;
            var decision = device.Judge(device.Head(chain, TestManifest.Good(device.Scheme, 1), 1));
            Assert.AreEqual(UpdateReason.SignerUnknown, decision.Reason);
            Assert.IsTrue(decision.Keys.Version == 2);
        }

        [TestMethod]
        public void New_keys_hold_even_where_the_application_is_not_newer()
        {
            var device = new TestDevice();
            device.Facts.Running = new SemanticVersion(5, 0, 0);
            var chain = new TestChain(device.Scheme).Add(device.Scheme.KeySetBytes(2, 1, 2), 1, 2).Done;
            var decision = device.Judge(device.Head(chain, TestManifest.Good(device.Scheme, 2), 2));
            Assert.AreEqual(UpdateReason.NotNewer, decision.Reason);
            Assert.IsTrue(decision.Keys.Version == 2);
        }

        [TestMethod]
        public void A_chain_that_does_not_hold_refuses_the_bundle_and_changes_nothing()
        {
            var device = new TestDevice();
            var chain = new TestChain(device.Scheme).Add(device.Scheme.KeySetBytes(2, 1, 2), 2).Done;
            var decision = device.Judge(device.Head(chain, TestManifest.Good(device.Scheme, 1), 1));
            Assert.AreEqual(UpdateReason.KeyChainOldKeys, decision.Reason);
            Assert.IsTrue(decision.Keys == device.Facts.Keys);
        }

        [TestMethod]
        public void One_stolen_key_of_two_installs_nothing()
        {
            var device = new TestDevice();
            device.Facts.Keys = device.Scheme.Set(1, 2, 1, 2, 3);
            Assert.AreEqual(UpdateReason.SignaturesTooFew, device.Judge(device.Head(TestManifest.Good(device.Scheme, 1), 1)).Reason);
            Assert.IsTrue(device.Judge(device.Head(TestManifest.Good(device.Scheme, 1, 3), 1, 3)).Accepted);
        }

        [TestMethod]
        public void What_was_installed_with_the_keys_before_starts_with_those()
        {
            var device = new TestDevice();
            var chain = new TestChain(device.Scheme).Add(device.Scheme.KeySetBytes(2, 1, 1), 1, 3).Done;
            var head = device.Head(chain, TestManifest.Good(device.Scheme, 1), 1);
            Assert.IsTrue(device.JudgeInstalled(head).Accepted);
            device.Facts.Keys = device.Scheme.Set(2, 1, 2);
            Assert.AreEqual(UpdateReason.SignerUnknown, device.JudgeInstalled(head).Reason);
        }
    }
}
