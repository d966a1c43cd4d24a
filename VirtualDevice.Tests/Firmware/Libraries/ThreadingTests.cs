using System;
using System.Threading;
using nanoFramework.TestFramework;

namespace Libraries
{
    /// <summary>nanoframework/CoreLibrary, System/Threading; nanoframework/System.Threading.</summary>
    [TestClass]
    public class ThreadingTests
    {
        [TestMethod]
        public static void Cancelling_calls_the_callbacks_last_first()
        {
            string called = "";
            CancellationTokenSource source = new CancellationTokenSource();
            source.Token.Register(() => called += "a");
            CancellationTokenRegistration withdrawn = source.Token.Register(() => called += "b");
            source.Token.Register(() => called += "c");
            withdrawn.Dispose();
            source.Cancel();
            Assert.AreEqual("ca", called);
            source.Token.Register(() => called += "d");
            Assert.AreEqual("cad", called);
            Assert.ThrowsException(typeof(OperationCanceledException), () => source.Token.ThrowIfCancellationRequested());
        }

        [TestMethod]
        public static void A_callback_that_throws_does_not_stop_the_others()
        {
            bool called = false;
            CancellationTokenSource source = new CancellationTokenSource();
            source.Token.Register(() => called = true);
            source.Token.Register(() => throw new InvalidOperationException());
            Assert.ThrowsException(typeof(Exception), () => source.Cancel());
            Assert.IsTrue(called);
        }

        [TestMethod]
        public static void A_token_is_cancelled_after_its_time()
        {
            CancellationTokenSource source = new CancellationTokenSource(10);
            Assert.IsTrue(source.Token.WaitHandle.WaitOne(10000, false));
            Assert.IsTrue(source.IsCancellationRequested);
        }

        [TestMethod]
        public static void A_token_of_nobody_is_never_cancelled()
        {
            Assert.IsFalse(CancellationToken.None.CanBeCanceled);
            Assert.IsFalse(CancellationToken.None.WaitHandle.WaitOne(0, false));
            Assert.IsTrue(new CancellationToken(true).IsCancellationRequested);
            Assert.IsTrue(CancellationToken.None.Equals(new CancellationToken(false)));
            CancellationTokenSource source = new CancellationTokenSource();
            source.Dispose();
            Assert.ThrowsException(typeof(ObjectDisposedException), () => source.Cancel());
        }
    }
}
