using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    [TestClass]
    public class UpdateReasonTests
    {
        [TestMethod]
        public void Each_reason_has_a_name_and_words_of_its_own()
        {
            var lines = new string[1000];
            var found = 0;
            for (var reason = 0; reason < lines.Length; reason++)
            {
                lines[reason] = UpdateReasonTable.Line(reason);
                if (lines[reason] == null)
                {
                    continue;
                }

                found++;
                Assert.IsTrue(UpdateReasonWords.Name(reason).Length > 3 && UpdateReasonWords.Of(reason).Length > 3, lines[reason]);
                for (var before = 0; before < reason; before++)
                {
                    Assert.IsFalse(lines[before] != null && IsDouble(before, reason), lines[reason]);
                }
            }

            Assert.IsTrue(found >= 94, found.ToString());
            Assert.IsNotNull(lines[UpdateReason.KeySet + (int)CborError.TrailingBytes]);
        }

        [TestMethod]
        public void A_refusal_is_told_with_its_number()
        {
            Assert.AreEqual(
                "406 expired: the offer has expired by this device's clock (2026-01-01)", UpdateReasonWords.Full(UpdateReason.Expired, "2026-01-01"));
            Assert.AreEqual("0 accepted: accepted", UpdateReasonWords.Full(0, null));
            Assert.AreEqual("999 unknown: reason without words", UpdateReasonWords.Full(999, ""));
            Assert.AreEqual("-5 unknown: reason without words", UpdateReasonWords.Full(-5, ""));
        }

        private static bool IsDouble(int one, int other)
        {
            return UpdateReasonWords.Name(one) == UpdateReasonWords.Name(other) || UpdateReasonWords.Of(one) == UpdateReasonWords.Of(other);
        }
    }
}
