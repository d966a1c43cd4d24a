using System.Text;
using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Provisioning.Tests.Fakes;
using SecureEsp.DeviceApp.Storage;
using SecureEsp.DeviceApp.Tests.Fakes;
using SecureEsp.DeviceApp.Time;

namespace SecureEsp.DeviceApp.Provisioning.Tests
{
    [TestClass]
    public class PresenceTests
    {
        private static readonly Presence Known = Presence.Of("ABCD-EFGH-JKLM-NPQR", "2345-WXYZ");

        [TestMethod]
        public void New_secrets_have_the_form_of_the_label_and_differ_from_device_to_device()
        {
            var one = Presence.Create(new HardwareRandom());
            var other = Presence.Create(new HardwareRandom());
            Assert.AreEqual(19, one.Password.Length);
            Assert.AreEqual(9, one.Code.Length);
            Assert.IsTrue(one.Password != other.Password);
            Assert.IsTrue(one.Code != other.Code);
            Assert.IsNotNull(Presence.Of(one.Password, one.Code));
        }

        [TestMethod]
        public void Every_symbol_can_come()
        {
            Assert.AreEqual("2222-2222", Presence.Create(new FakeRandom(false)).Code);
            Assert.AreEqual("ZZZZ-ZZZZ-ZZZZ-ZZZZ", Presence.Create(new FakeRandom(true)).Password);
        }

        [DataRow("2345-WXYZ")]
        [DataRow("2345wxyz")]
        [DataRow(" 23 45 WX-YZ ")]
        public void The_code_is_known_in_any_way_of_writing(string guess)
        {
            Assert.IsTrue(Known.Matches(guess));
        }

        [DataRow("")]
        [DataRow("2345-WXY")]
        [DataRow("2345-WXYA")]
        [DataRow("A345-WXYZ")]
        [DataRow("2345-WXYZ-2")]
        [DataRow("ABCD-EFGH-JKLM-NPQR")]
        [DataRow("2345-WXYZ--------------------------------------------------------")]
        [DataRow("2345-WXYZ2345-WXYZ2345-WXYZ2345-WXYZ2345-WXYZ2345-WXYZ2345-WXYZ-")]
        public void Another_code_is_wrong(string guess)
        {
            Assert.IsFalse(Known.Matches(guess));
            Assert.IsFalse(Known.Matches(null));
        }

        [DataRow("short", "2345-WXYZ")]
        [DataRow("ABCD-EFGH-JKLM-NPQR", "2345-WX")]
        [DataRow("ABCD-EFGH-JKLM-NPQR", "--------")]
        [DataRow(null, "2345-WXYZ")]
        [DataRow("ABCD-EFGH-JKLM-NPQR", null)]
        [DataRow("a-password-of-sixty-four-characters-which-WPA2-does-not-take-any", "2345-WXYZ")]
        [DataRow("ABCD-EFGH-JKLM-NPQR", "2345-WXYZ-2345-WXYZ-2345-WXYZ-2345-WXYZ-2345-WXYZ-2345-WXYZ-23456")]
        [DataRow("ABCD-EFGH-JKLM-\u00FCPQR", "2345-WXYZ")]
        public void Weak_or_missing_secrets_are_not_taken(string password, string code)
        {
            Assert.IsNull(Presence.Of(password, code));
        }

        [TestMethod]
        public void A_file_gives_them_and_half_of_one_does_not()
        {
            var given = Given("ap.password=ABCD-EFGH-JKLM-NPQR\r\nsetup.code=2345-WXYZ\r\n");
            Assert.AreEqual("ABCD-EFGH-JKLM-NPQR", given.Password);
            Assert.AreEqual("2345-WXYZ", given.Code);
            Assert.IsNull(Given("ap.password=ABCD-EFGH-JKLM-NPQR\n"));
            Assert.IsNull(Given(""));
        }

        private static Presence Given(string text)
        {
            return Presence.Of(new KeyValueFile(new FakeRecordFile("presence") { Content = Encoding.UTF8.GetBytes(text) }));
        }

        [TestMethod]
        public void Made_once_they_stay()
        {
            var first = new FakeRecordFile("a");
            var second = new FakeRecordFile("b");
            var made = new ProvisioningStore(first, second).Secrets(null, new HardwareRandom());
            var kept = new ProvisioningStore(first, second).Secrets(null, new HardwareRandom());
            Assert.AreEqual(made.Password, kept.Password);
            Assert.AreEqual(made.Code, kept.Code);
            Assert.AreEqual("2345-WXYZ", new ProvisioningStore(first, second).Secrets(Known, new HardwareRandom()).Code);
        }

        [TestMethod]
        public void Guesses_are_limited_and_the_right_code_must_wait_as_well()
        {
            var clock = new FakeClock();
            var limit = new GuessLimit(clock);
            for (var i = 0; i < GuessLimit.Free; i++)
            {
                Assert.AreEqual(-1, limit.Try(Known, "2345-2345"));
            }

            Assert.AreEqual(60, limit.Try(Known, "2345-WXYZ"));
            clock.Sleep(59001);
            Assert.AreEqual(1, limit.Try(Known, "2345-WXYZ"));
            clock.Sleep(1000);
            Assert.AreEqual(-1, limit.Try(Known, ""));
            Assert.AreEqual(120, limit.Try(Known, "2345-WXYZ"));
            clock.Sleep(120000);
            Assert.AreEqual(0, limit.Try(Known, "2345-WXYZ"));
            Assert.AreEqual(-1, limit.Try(Known, ""));
            Assert.AreEqual(0, limit.Try(Known, "2345-WXYZ"));
        }

        [TestMethod]
        public void The_pause_grows_to_an_hour_and_the_right_code_makes_it_a_minute_again()
        {
            var clock = new FakeClock();
            var limit = new GuessLimit(clock);
            for (var i = 0; i < 40; i++)
            {
                Assert.AreEqual(-1, limit.Try(Known, ""));
                clock.Sleep(3600 * 1000);
            }

            Assert.AreEqual(-1, limit.Try(Known, ""));
            Assert.AreEqual(3600, limit.Try(Known, "2345-WXYZ"));
            clock.Sleep(3600 * 1000);
            Assert.AreEqual(0, limit.Try(Known, "2345-WXYZ"));
            for (var i = 0; i < GuessLimit.Free; i++)
            {
                Assert.AreEqual(-1, limit.Try(Known, ""));
            }

            Assert.AreEqual(60, limit.Try(Known, "2345-WXYZ"));
        }

        [TestMethod]
        public void A_day_of_guessing_is_a_few_dozen_guesses()
        {
            var clock = new FakeClock();
            var limit = new GuessLimit(clock);
            var looked = 0;
            while (clock.Milliseconds < 24 * 3600 * 1000)
            {
                looked += limit.Try(Known, "2345-2345") == -1 ? 1 : 0;
                clock.Sleep(1000);
            }

            Assert.IsTrue(looked < 40, looked.ToString());
        }
    }
}
