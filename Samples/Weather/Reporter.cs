using System;
using System.Collections;
using System.Text;
using System.Threading;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Messages;

namespace Weather
{
    /// <summary>Publishes readings below weather/STATION/, retained, and listens to weather/STATION/command.</summary>
    internal sealed class Reporter
    {
        private const int DeliveryLimitMs = 10000;

        private readonly string _broker;
        private readonly int _port;
        private readonly string _station;
        private readonly AutoResetEvent _wake;
        private readonly AutoResetEvent _delivered = new AutoResetEvent(false);
        private MqttClient _client;

        internal Reporter(string broker, int port, string station, AutoResetEvent wake)
        {
            _broker = broker;
            _port = port;
            _station = station;
            _wake = wake;
        }

        /// <summary>Publishes readings one after the other, and returns when the broker has the last one.</summary>
        /// <exception cref="Exception">No connection, or the broker did not confirm a reading within 10 seconds.</exception>
        internal void Publish(Hashtable readings)
        {
            EnsureConnected();
            foreach (DictionaryEntry reading in readings)
            {
                _delivered.Reset();
                _client.Publish(Topic((string)reading.Key), Encoding.UTF8.GetBytes((string)reading.Value), null, null, MqttQoSLevel.AtLeastOnce, true);
                if (!_delivered.WaitOne(DeliveryLimitMs, false))
                {
                    throw new Exception("the broker did not confirm " + reading.Key);
                }
            }
        }

        private void EnsureConnected()
        {
            if (_client != null && _client.IsConnected)
            {
                return;
            }

            if (_client != null)
            {
                // A client is good for one connection.
                _client.MqttMsgPublishReceived -= Received;
                _client.MqttMsgPublished -= Published;
                _client.Dispose();
                _client = null;
            }

            var client = new MqttClient(_broker, _port, false, null, null, MqttSslProtocols.None);
            var reason = client.Connect(_station, true);
            if (reason != MqttReasonCode.Success)
            {
                client.Dispose();
                throw new Exception("the broker refuses the connection, reason " + (int)reason);
            }

            client.MqttMsgPublishReceived += Received;
            client.MqttMsgPublished += Published;
            client.Subscribe(new[] { Topic("command") }, new[] { MqttQoSLevel.AtLeastOnce });
            _client = client;
        }

        private void Received(object sender, MqttMsgPublishEventArgs message)
        {
            _wake.Set();
        }

        private void Published(object sender, MqttMsgPublishedEventArgs message)
        {
            if (message.IsPublished)
            {
                _delivered.Set();
            }
        }

        private string Topic(string name)
        {
            return "weather/" + _station + "/" + name;
        }
    }
}
