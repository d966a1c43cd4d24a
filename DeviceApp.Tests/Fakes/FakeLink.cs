using System.Text;
using SecureEsp.DeviceApp.Mqtt;
using SecureEsp.DeviceApp.Tls;

namespace SecureEsp.DeviceApp.Tests.Fakes
{
    /// <summary>A broker connection that writes down what is asked of it.</summary>
    public sealed class FakeLink : IBrokerLink
    {
        private readonly StringBuilder _asked = new StringBuilder();

        public bool RefusesToOpen;
        public bool RefusesSubscription;

        /// <summary>How many more messages are taken before the connection breaks; -1 for any number.</summary>
        public int Takes = -1;
        public IBrokerListener Listener;

        public string Asked
        {
            get { return _asked.ToString(); }
        }

        public bool IsOpen { get; private set; }

        public void Open(string statusTopic, IBrokerListener listener)
        {
            _asked.Append("open " + statusTopic + "\n");
            if (RefusesToOpen)
            {
                throw new LinkException(ConnackWords.Explain(5));
            }

            Listener = listener;
            IsOpen = true;
        }

        public void Subscribe(string[] topics)
        {
            foreach (var topic in topics)
            {
                _asked.Append("subscribe " + topic + "\n");
            }

            if (RefusesSubscription)
            {
                throw new LinkException(new Failure("SUBACK 128", "refused", ""));
            }
        }

        public void Publish(string topic, byte[] payload, bool retain, bool confirmed)
        {
            if (Takes == 0)
            {
                IsOpen = false;
            }

            Takes = Takes > 0 ? Takes - 1 : Takes;
            if (!IsOpen)
            {
                throw new LinkException(new Failure("not connected", "there is no connection to the broker", ""));
            }

            _asked.Append((retain ? "retain " : "publish ") + topic + (confirmed ? " 1 " : " 0 ") + Encoding.UTF8.GetString(payload, 0, payload.Length) + "\n");
        }

        public void Close()
        {
            _asked.Append("close\n");
            IsOpen = false;
        }

        /// <summary>The broker goes away.</summary>
        public void Lose()
        {
            IsOpen = false;
            Listener.OnClosed();
        }
    }
}
