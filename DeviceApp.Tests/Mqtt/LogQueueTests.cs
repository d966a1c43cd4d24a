using System;
using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Mqtt;
using SecureEsp.DeviceApp.Tests.Fakes;
using SecureEsp.DeviceApp.Tls;

namespace SecureEsp.DeviceApp.Tests.Mqtt
{
    [TestClass]
    public class LogQueueTests
    {
        [TestMethod]
        public void Lines_leave_in_the_order_they_came()
        {
            var queue = new LogQueue(3);
            queue.Add("a");
            queue.Add("b");
            Assert.AreEqual("a b ", Empty(queue));
            queue.Add("c");
            queue.Add("d");
            Assert.AreEqual("c d ", Empty(queue));
            Assert.AreEqual(0, queue.Dropped);
        }

        [TestMethod]
        public void The_oldest_line_makes_room_and_is_counted()
        {
            var queue = new LogQueue(3);
            for (var i = 0; i < 10; i++)
            {
                queue.Add(i.ToString());
            }

            Assert.AreEqual(3, queue.Count);
            Assert.AreEqual(7, queue.Dropped);
            queue.Tell(5);
            Assert.AreEqual(2, queue.Dropped);
            Assert.AreEqual("7 8 9 ", Empty(queue));
        }

        [TestMethod]
        public void A_line_that_was_dropped_while_it_was_sent_takes_no_other_with_it()
        {
            var queue = new LogQueue(1);
            queue.Add("a");
            var sent = queue.Peek();
            queue.Add("b");
            queue.Remove(sent);
            Assert.AreEqual("b", queue.Peek());
        }

        [TestMethod]
        public void A_long_line_is_cut()
        {
            var queue = new LogQueue(1);
            queue.Add(new string('x', 300));
            Assert.AreEqual(256, queue.Peek().Length);
        }

        [TestMethod]
        public void A_queue_for_nothing_is_refused()
        {
            Assert.ThrowsException(typeof(ArgumentOutOfRangeException), () => new LogQueue(0));
        }

        [TestMethod]
        public void What_was_logged_without_a_broker_follows_the_introduction()
        {
            var link = new FakeLink();
            var session = Session(link);
            session.Log("https failed");
            Assert.AreEqual("", link.Asked);
            session.Start();
            EndsWith(link, "Running firmware version: 1\npublish esp/e1/log 1 secure_esp: https failed\npublish /esp/log 1 secure_esp: https failed\n");
            session.Log("now");
            EndsWith(link, "publish /esp/log 1 secure_esp: now\n");
        }

        [TestMethod]
        public void How_many_lines_were_dropped_is_told_once()
        {
            var link = new FakeLink();
            var session = Session(link);
            for (var i = 0; i < BrokerSession.QueuedLines + 2; i++)
            {
                session.Log("line " + i.ToString() + ".");
            }

            session.Start();
            Assert.IsTrue(link.Asked.IndexOf("secure_esp: 2 older log lines were dropped while the broker was away\npublish esp/e1/log 1 secure_esp: line 2.\n") > 0, link.Asked);
            EndsWith(link, "secure_esp: line 33.\n");
            var told = link.Asked.Length;
            link.Lose();
            session.Start();
            Assert.IsTrue(link.Asked.IndexOf("dropped", told) < 0, link.Asked);
        }

        [TestMethod]
        public void A_line_whose_connection_breaks_stays_for_the_next()
        {
            var link = new FakeLink();
            var session = Session(link);
            session.Log("first");
            session.Log("second");
            link.Takes = 7;
            Assert.ThrowsException(typeof(LinkException), () => session.Start());
            EndsWith(link, "secure_esp: first\nclose\n");
            link.Takes = -1;
            session.Start();
            EndsWith(link, "Running firmware version: 1\npublish esp/e1/log 1 secure_esp: second\npublish /esp/log 1 secure_esp: second\n");
        }

        [TestMethod]
        public void A_line_logged_at_the_moment_of_the_loss_stays_too()
        {
            var link = new FakeLink();
            var session = Session(link);
            session.Start();
            link.Takes = 0;
            session.Log("last words");
            link.Takes = -1;
            session.Start();
            EndsWith(link, "publish /esp/log 1 secure_esp: last words\n");
        }

        [TestMethod]
        public void A_failure_is_told_on_both_the_console_and_the_log_topic()
        {
            var board = new FakeBoard();
            board.Device.Report("https", "failed: " + TlsWords.OfCryptographicError(0x8).ToString());
            board.Device.Session.Start();
            EndsWith(
                board.Link,
                "secure_esp: https failed: the server's certificate does not chain to a CA that this device trusts [BADCERT_NOT_TRUSTED (0x8)]"
                + Remedy(0x8) + "\n");
            Assert.IsTrue(board.Console.Shown.IndexOf("[https] failed: the server's") >= 0, board.Console.Shown);
        }

        private static string Remedy(int code)
        {
            var remedy = TlsWords.OfCryptographicError(code).Remedy;
            return remedy.Length == 0 ? "" : ". " + remedy;
        }

        private static string Empty(LogQueue queue)
        {
            var all = "";
            for (var line = queue.Peek(); line != null; line = queue.Peek())
            {
                all += line + " ";
                queue.Remove(line);
            }

            return all;
        }

        private static BrokerSession Session(FakeLink link)
        {
            return new BrokerSession(link, new FakeConsole(), new Topics("e1"), "1");
        }

        private static void EndsWith(FakeLink link, string end)
        {
            Assert.IsTrue(link.Asked.Length >= end.Length && link.Asked.Substring(link.Asked.Length - end.Length) == end, link.Asked);
        }
    }
}
