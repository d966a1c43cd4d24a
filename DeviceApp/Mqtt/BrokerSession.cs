using System.Collections;
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
        private readonly ArrayList _handlers = new ArrayList();
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

        /// <summary>Lets a part get messages on topics of its own, from the next <see cref="Start"/> on.</summary>
        public void Add(IMessageHandler handler)
        {
            _handlers.Add(handler);
        }

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
                for (var i = 0; i < _handlers.Count; i++)
                {
                    var handler = (IMessageHandler)_handlers[i];
                    _link.Subscribe(handler.Topics);
                    _console.WriteLine("mqtt", "subscribed the topics of " + handler.Name);
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
            for (var i = 0; i < _handlers.Count; i++)
            {
                if (((IMessageHandler)_handlers[i]).Handle(topic, payload, retained))
                {
                    return;
                }
            }

            var answer = _router.Route(topic, payload);
            if (answer.Refusal != null)
            {
                _console.WriteLine("mqtt", "ignored " + topic + ": " + answer.Refusal);
                return;
            }

            Answer(answer.Topic, answer.Payload, false);
        }

        /// <summary>Publishes an answer, QoS 1. Without a connection it is told on the console and lost: whoever has asked asks again.</summary>
        public void Answer(string topic, byte[] payload)
        {
            Answer(topic, payload, true);
        }

        /// <inheritdoc/>
        public void OnClosed()
        {
            _closed.Set();
        }

        private void Answer(string topic, byte[] payload, bool confirmed)
        {
            try
            {
                Publish(topic, payload, false, confirmed);
            }
            catch (LinkException e)
            {
                _console.WriteLine("mqtt", "not answered: " + e.Failure.ToString());
            }
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
            // Calls and their answers may hold secrets.
            var size = " (" + payload.Length.ToString() + " bytes)";
            _console.WriteLine("mqtt", what + topic + size + (topic.StartsWith(_topics.Calls) ? "" : ": " + PrintableText.OfBytes(payload, ShownBytes)));
        }
    }
}
