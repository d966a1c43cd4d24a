using System.Text;
using System.Threading;
using SecureEsp.DeviceApp.Console;
using SecureEsp.DeviceApp.Tls;

namespace SecureEsp.DeviceApp.Mqtt
{
    /// <summary>
    /// What the device says and hears while it is connected: <c>online</c>, the subscription, the log lines, answers.
    /// Started again after each loss; log lines of the meantime wait in a queue.
    /// </summary>
    public sealed class BrokerSession : IBrokerListener
    {
        /// <summary>How many log lines are kept while the broker is away.</summary>
        public const int QueuedLines = 32;

        private const int ShownBytes = 64;

        private readonly IBrokerLink _link;
        private readonly IConsole _console;
        private readonly Topics _topics;
        private readonly TopicRouter _router;
        private readonly string _version;
        private readonly LogQueue _queue = new LogQueue(QueuedLines);
        private readonly object _delivering = new object();
        private readonly AutoResetEvent _closed = new AutoResetEvent(false);

        /// <summary>A session over <paramref name="link"/>.</summary>
        public BrokerSession(IBrokerLink link, IConsole console, Topics topics, string version)
        {
            _link = link;
            _console = console;
            _topics = topics;
            _router = new TopicRouter(topics);
            _version = version;
        }

        /// <summary>Gets messages on topics of its own; null for none.</summary>
        public IMessageHandler Handler { get; set; }

        /// <summary>Whether the session stands.</summary>
        public bool IsOpen
        {
            get { return _link.IsOpen; }
        }

        /// <summary>Connects and introduces the device.</summary>
        /// <exception cref="LinkException">It did not come about; nothing of it is left open.</exception>
        public void Start()
        {
            _closed.Reset();
            try
            {
                _link.Open(_topics.Status, this);
                _console.WriteLine("mqtt", "connected");
                _link.Subscribe(new[] { _topics.Ping });
                _console.WriteLine("mqtt", "subscribed " + _topics.Ping);
                if (Handler != null)
                {
                    _link.Subscribe(Handler.Topics);
                    _console.WriteLine("mqtt", "subscribed the topics of updates");
                }

                Publish(_topics.Status, Encoding.UTF8.GetBytes("online"), true, true);
                PublishLog(LogLine.Connected, false);
                PublishLog(LogLine.Version(_version), false);
                Deliver();
            }
            catch (LinkException)
            {
                _link.Close();
                throw;
            }
        }

        /// <summary>Publishes a line on the log topics, the device's own and that of all; keeps it for the next session where there is no connection.</summary>
        public void Log(string message)
        {
            _queue.Add(message);
            if (!_link.IsOpen)
            {
                return;
            }

            try
            {
                Deliver();
            }
            catch (LinkException e)
            {
                _console.WriteLine("mqtt", "log line kept for later: " + e.Failure.ToString());
            }
        }

        /// <summary>Waits for the connection's end, and cleans up after it.</summary>
        /// <returns>True where it is gone, false after <paramref name="limitMs"/> milliseconds.</returns>
        public bool WaitForEnd(int limitMs)
        {
            if (!_closed.WaitOne(limitMs, false) && _link.IsOpen)
            {
                return false;
            }

            _link.Close();
            return true;
        }

        /// <summary>Ends the session where there is one. The broker then says <c>offline</c> for the device.</summary>
        public void End()
        {
            _link.Close();
        }

        /// <inheritdoc/>
        public void OnMessage(string topic, byte[] payload, bool retained)
        {
            Show("received ", topic, payload);
            if (Handler != null && Handler.Handle(topic, payload, retained))
            {
                return;
            }

            var answer = _router.Route(topic, payload);
            if (answer.Refusal != null)
            {
                _console.WriteLine("mqtt", "ignored " + topic + ": " + answer.Refusal);
                return;
            }

            try
            {
                Publish(answer.Topic, answer.Payload, false, false);
            }
            catch (LinkException e)
            {
                _console.WriteLine("mqtt", "not answered: " + e.Failure.ToString());
            }
        }

        /// <inheritdoc/>
        public void OnClosed()
        {
            _closed.Set();
        }

        // A line leaves the queue after it was handed to the connection, so that one that breaks here takes none with it.
        private void Deliver()
        {
            lock (_delivering)
            {
                var dropped = _queue.Dropped;
                if (dropped > 0)
                {
                    PublishLog(LogLine.Dropped(dropped), true);
                    _queue.Tell(dropped);
                }

                for (var line = _queue.Peek(); line != null; line = _queue.Peek())
                {
                    PublishLog(line, true);
                    _queue.Remove(line);
                }
            }
        }

        private void PublishLog(string message, bool confirmed)
        {
            // The console shows it once.
            var line = Encoding.UTF8.GetBytes(LogLine.Of(message));
            _link.Publish(_topics.DeviceLog, line, false, confirmed);
            Publish(_topics.Log, line, false, confirmed);
        }

        private void Publish(string topic, byte[] payload, bool retain, bool confirmed)
        {
            _link.Publish(topic, payload, retain, confirmed);
            Show("published ", topic, payload);
        }

        private void Show(string what, string topic, byte[] payload)
        {
            var size = " (" + payload.Length.ToString() + " bytes): ";
            _console.WriteLine("mqtt", what + topic + size + PrintableText.OfBytes(payload, ShownBytes));
        }
    }
}
