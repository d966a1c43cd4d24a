using System.Text;
using System.Threading;
using SecureEsp.DeviceApp.Console;
using SecureEsp.DeviceApp.Tls;

namespace SecureEsp.DeviceApp.Mqtt
{
    /// <summary>
    /// What the device says and hears while it is connected: <c>online</c>, the subscription, the log lines, answers.
    /// Started again after each loss.
    /// </summary>
    public sealed class BrokerSession : IBrokerListener
    {
        private const int ShownBytes = 64;

        private readonly IBrokerLink _link;
        private readonly IConsole _console;
        private readonly Topics _topics;
        private readonly TopicRouter _router;
        private readonly string _version;
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

        /// <summary>Connects and introduces the device.</summary>
        /// <exception cref="LinkException">It did not come about; nothing of it is left open.</exception>
        public void Start()
        {
            _closed.Reset();
            try
            {
                _link.Open(_topics.Status, this);
                _console.WriteLine("mqtt", "connected");
                _link.Subscribe(_topics.Ping);
                _console.WriteLine("mqtt", "subscribed " + _topics.Ping);
                Publish(_topics.Status, Encoding.UTF8.GetBytes("online"), true, true);
                Log(LogLine.Connected);
                Log(LogLine.Version(_version));
            }
            catch (LinkException)
            {
                _link.Close();
                throw;
            }
        }

        /// <summary>Publishes a line on the log topic.</summary>
        /// <exception cref="LinkException">There is no connection.</exception>
        public void Log(string message)
        {
            Publish(_topics.Log, Encoding.UTF8.GetBytes(LogLine.Of(message)), false, false);
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

        /// <inheritdoc/>
        public void OnMessage(string topic, byte[] payload)
        {
            Show("received ", topic, payload);
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
