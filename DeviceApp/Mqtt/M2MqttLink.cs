using System;
using System.Threading;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Messages;
using SecureEsp.DeviceApp.Storage;
using SecureEsp.DeviceApp.Time;
using SecureEsp.DeviceApp.Tls;

namespace SecureEsp.DeviceApp.Mqtt
{
    /// <summary>
    /// M2Mqtt over mutual TLS. A client that has failed once is not used again: each connection has a new one, whose
    /// name look-up is fresh too, and the old one's events are detached and its threads ended first.
    /// </summary>
    public sealed class M2MqttLink : IBrokerLink
    {
        private const ushort KeepAliveSeconds = 60;
        private const int SubscribeLimitMs = 10000;
        private const int RefusedLevel = 128;

        private readonly DeviceSettings _settings;
        private readonly DeviceIdentity _identity;
        private readonly ServerTrust _trust;
        private readonly IClock _clock;
        private readonly AutoResetEvent _subscribed = new AutoResetEvent(false);
        private MqttClient _client;
        private IBrokerListener _listener;
        private bool _ended;
        private int _granted;
        private int _refused;

        /// <summary>Connects to the broker of the settings.</summary>
        public M2MqttLink(DeviceSettings settings, DeviceIdentity identity, ServerTrust trust, IClock clock)
        {
            _settings = settings;
            _identity = identity;
            _trust = trust;
            _clock = clock;
        }

        /// <inheritdoc/>
        public bool IsOpen
        {
            get { return _client != null && !_ended && _client.IsConnected; }
        }

        /// <inheritdoc/>
        public void Open(string statusTopic, IBrokerListener listener)
        {
            if (!ClockRule.IsSet(_clock.UtcNow))
            {
                throw new LinkException(TlsWords.ClockNotSet());
            }

            Close();
            try
            {
                // No client certificate here means: present the stored one. No CA: trust the stored bundle alone.
                var protocol = _settings.Tls13 ? MqttSslProtocols.TLSv1_3 : MqttSslProtocols.TLSv1_2;
                _client = new MqttClient(_settings.MqttHost, _settings.MqttPort, true, _trust.Authorities, _identity.Certificate, protocol);
                _client.Settings.ValidateServerCertificate = true;
                _ended = false;
                _listener = listener;
                _client.MqttMsgPublishReceived += OnReceived;
                _client.MqttMsgSubscribed += OnSubscribed;
                _client.ConnectionClosed += OnClosed;
                var code = _client.Connect(
                    _settings.DeviceId, null, null, true, MqttQoSLevel.AtLeastOnce, true, statusTopic, "offline", true, KeepAliveSeconds);
                if (code != MqttReasonCode.Success)
                {
                    throw new LinkException(ConnackWords.Explain((int)code));
                }
            }
            catch (Exception e)
            {
                throw new LinkException(ExceptionWords.Of(e));
            }
        }

        /// <inheritdoc/>
        public void Subscribe(string[] topics)
        {
            _subscribed.Reset();
            try
            {
                var levels = new MqttQoSLevel[topics.Length];
                for (var i = 0; i < levels.Length; i++)
                {
                    levels[i] = MqttQoSLevel.AtLeastOnce;
                }

                _client.Subscribe(topics, levels);
            }
            catch (Exception e)
            {
                throw new LinkException(ExceptionWords.Of(e));
            }

            if (!_subscribed.WaitOne(SubscribeLimitMs, false))
            {
                throw new LinkException(new Failure("SUBACK", "the broker did not confirm the subscription in 10 s", ""));
            }

            if (_granted > (int)MqttQoSLevel.ExactlyOnce)
            {
                var refusal = "the broker refused the subscription to " + topics[_refused];
                throw new LinkException(new Failure("SUBACK " + _granted.ToString(), refusal, "Check the broker's access rules"));
            }
        }

        /// <inheritdoc/>
        public void Publish(string topic, byte[] payload, bool retain, bool confirmed)
        {
            var client = _client;
            if (client == null || !client.IsConnected)
            {
                throw new LinkException(new Failure("not connected", "there is no connection to the broker", ""));
            }

            try
            {
                client.Publish(topic, payload, null, null, confirmed ? MqttQoSLevel.AtLeastOnce : MqttQoSLevel.AtMostOnce, retain);
            }
            catch (Exception e)
            {
                throw new LinkException(ExceptionWords.Of(e));
            }
        }

        /// <inheritdoc/>
        public void Close()
        {
            var client = _client;
            if (client == null)
            {
                return;
            }

            _client = null;
            _listener = null;
            client.MqttMsgPublishReceived -= OnReceived;
            client.MqttMsgSubscribed -= OnSubscribed;
            client.ConnectionClosed -= OnClosed;

            // A client that lost its connection has closed itself before it said so; closing it again would wait for
            // threads that have ended.
            if (!_ended)
            {
                client.Close();
            }
        }

        private void OnReceived(object sender, MqttMsgPublishEventArgs e)
        {
            var listener = _listener;
            if (sender == _client && listener != null)
            {
                listener.OnMessage(e.Topic, e.Message, e.Retain);
            }
        }

        private void OnSubscribed(object sender, MqttMsgSubscribedEventArgs e)
        {
            _granted = e.GrantedQoSLevels.Length > 0 ? 0 : RefusedLevel;
            _refused = 0;
            for (var i = 0; i < e.GrantedQoSLevels.Length; i++)
            {
                if ((int)e.GrantedQoSLevels[i] > (int)MqttQoSLevel.ExactlyOnce)
                {
                    _granted = (int)e.GrantedQoSLevels[i];
                    _refused = i;
                }
            }

            _subscribed.Set();
        }

        private void OnClosed(object sender, EventArgs e)
        {
            var listener = _listener;
            if (sender == _client && listener != null)
            {
                _ended = true;
                listener.OnClosed();
            }
        }
    }
}
