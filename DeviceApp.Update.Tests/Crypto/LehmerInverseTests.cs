using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Crypto;

namespace SecureEsp.DeviceApp.Tests.Crypto
{
    /// <summary>Inverses by Lehmer's algorithm against those by Fermat's theorem.</summary>
    [TestClass]
    public class LehmerInverseTests
    {
        private const int Mask = Limbs.Mask;

        [TestMethod]
        public void Fermat_agrees_at_the_edges()
        {
            Check(1, 0, 0);
            Check(2, 0, 0);
            Check(Mask, 0, 0);
            Check(0, 1, 0);
            Check(0, Mask, 0);
            Check(0, 0, 1);
            Check(0, 0, 0xFFFFFF);
            Check(1, 0, 0xFFFFFF);
            Check(Mask, 0, 1);
            Check(0x12345678, Mask, 0x654321);
        }

        [TestMethod]
        public void One_less_than_the_prime_is_its_own_inverse()
        {
            foreach (var value in new[] { P256Numbers.N(), P256Numbers.P() })
            {
                var number = (long[])value.Clone();
                number[0]--;
                Assert.IsTrue(Limbs.AreEqual(number, LehmerInverse.Of(value, number)));
            }
        }

        // Limbs 0, 4 and 8 of a number; the others are 0.
        private static void Check(long low, long middle, long high)
        {
            var number = new long[Limbs.Count];
            number[0] = low;
            number[4] = middle;
            number[8] = high;
            var n = new Modulus(P256Numbers.N(), P256Numbers.NegativeInverseOfN);
            var expected = PlainP256.Inverse(n, n.Multiply(number, P256Numbers.RSquaredModN()), P256Numbers.RModN());
            var actual = n.Multiply(LehmerInverse.Of(n.Value, number), P256Numbers.RSquaredModN());
            Assert.IsTrue(Limbs.AreEqual(expected, actual), low.ToString() + " " + middle.ToString() + " " + high.ToString());
        }
    }
}
