using System;
using System.Reflection;
using System.Threading;
using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    /// <summary>What an application must have, and may have.</summary>
    [TestClass]
    public class EntryPointTests
    {
        [TestMethod]
        public void Start_stop_and_a_constructor_are_all_that_it_must_have()
        {
            var application = Make("Smallest");
            application.Configure("key", "value");
            application.Start();
            Assert.IsTrue(application.IsHealthy());
            Assert.IsNull(application.EndedThread());
            application.Stop();
        }

        [TestMethod]
        public void Its_settings_reach_it()
        {
            Talkative.Told = "";
            var application = Make("Talkative");
            application.Configure("period", "500");
            application.Configure("name", "b");
            Assert.AreEqual("period=500 name=b ", Talkative.Told);
        }

        [DataRow("Nothing", StartReason.EntryType)]
        [DataRow("WithoutStop", StartReason.EntryShape)]
        [DataRow("WithArguments", StartReason.EntryShape)]
        [TestMethod]
        public void What_has_another_shape_is_refused(string type, int reason)
        {
            Assert.AreEqual(reason, Refusal.Of(() => Make(type)));
        }

        [TestMethod]
        public void A_thread_that_it_keeps_and_that_has_ended_is_noticed_without_its_help()
        {
            var application = Make("Smallest");
            Smallest.End = new ManualResetEvent(false);
            application.Start();
            Assert.IsNull(application.EndedThread());
            Smallest.End.Set();
            Smallest.Worker.Join();
            Assert.AreEqual("_worker", application.EndedThread());
        }

        [TestMethod]
        public void What_it_says_of_itself_counts_for_more()
        {
            Talkative.Healthy = true;
            var application = Make("Talkative");
            application.Start();
            Talkative.Worker.Join();
            Assert.IsTrue(application.IsHealthy());
            Assert.IsNull(application.EndedThread());
            Talkative.Healthy = false;
            Assert.AreEqual("Ended", application.EndedThread());
        }

        private static EntryPoint Make(string type)
        {
            return EntryPoint.Make(Assembly.GetExecutingAssembly(), "SecureEsp.DeviceApp.Tests.Update." + type);
        }
    }

    /// <summary>Has what it must have.</summary>
    public class Smallest
    {
        public static ManualResetEvent End = new ManualResetEvent(false);
        public static Thread Worker;

        private readonly Thread _unstarted = new Thread(() => { });
        private Thread _worker;

        public void Start()
        {
            Assert.IsNotNull(_unstarted);
            _worker = Worker = new Thread(() => End.WaitOne());
            _worker.Start();
        }

        public void Stop()
        {
            End.Set();
        }
    }

    /// <summary>Has what it may have.</summary>
    public class Talkative
    {
        public static string Told;
        public static bool Healthy;
        public static Thread Worker;

        public Thread Ended;

        public void Configure(string key, string value)
        {
            Told += key + "=" + value + " ";
        }

        public bool IsHealthy()
        {
            return Healthy;
        }

        public void Start()
        {
            Ended = Worker = new Thread(() => { });
            Ended.Start();
        }

        public void Stop()
        {
        }
    }

    /// <summary>Lacks a method.</summary>
    public class WithoutStop
    {
        public void Start()
        {
        }
    }

    /// <summary>Cannot be made.</summary>
    public class WithArguments
    {
        public WithArguments(int pin)
        {
        }

        public void Start()
        {
        }

        public void Stop()
        {
        }
    }
}
