using System;
using System.Collections;
using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Messages;

namespace MqttScript
{
    /// <summary>One client and what is to be done with it.</summary>
    internal sealed class Session
    {
        private const int EventTimeout = 20000;

        private readonly ArrayList _seen = new ArrayList();
        private readonly AutoResetEvent _added = new AutoResetEvent(false);
        private MqttClient _client;

        internal void Do(string[] words)
        {
            switch (words[0])
            {
                case "client":
                    Make(words[1], int.Parse(words[2]), words.Length > 3 ? words[3] : string.Empty);
                    break;
                case "version5":
                    _client.ProtocolVersion = MqttProtocolVersion.Version_5;
                    break;
                case "connect":
                    Connected(_client.Connect(words[1], null, null, words[2] == "clean", ushort.Parse(words[3])));
                    break;
                case "login":
                    Connected(_client.Connect(words[1], words[2], words[3]));
                    break;
                case "will":
                    Connected(_client.Connect(words[1], null, null, words[5] == "retain", Qos(words[4]), true, words[2], words[3], true, 60));
                    break;
                case "subscribe":
                    _client.Subscribe(new[] { words[1] }, new[] { Qos(words[2]) });
                    break;
                case "unsubscribe":
                    _client.Unsubscribe(new[] { words[1] });
                    break;
                case "publish":
                    _client.Publish(words[1], Encoding.UTF8.GetBytes(words[4]), null, null, Qos(words[2]), words[3] == "retain");
                    break;
                case "publish5":
                    ArrayList properties = new ArrayList();
                    properties.Add(new UserProperty("from", "device"));
                    _client.Publish(words[1], Encoding.UTF8.GetBytes(words[2]), "text/plain", properties);
                    break;
                case "burst":
                    Burst(words[1], Qos(words[2]), int.Parse(words[3]), int.Parse(words[4]));
                    break;
                case "connect-when-closed":
                    _client.ConnectionClosed += (sender, e) => Connected(_client.Connect(words[1]));
                    break;
                case "close-when-received":
                    _client.MqttMsgPublishReceived += (sender, e) => Close();
                    break;
                case "throw-when-received":
                    _client.MqttMsgPublishReceived += (sender, e) => throw new InvalidOperationException();
                    break;
                case "queue":
                    _client.Settings.InflightQueueSize = int.Parse(words[1]);
                    break;
                case "disconnect":
                    _client.Disconnect();
                    break;
                case "close":
                    Close();
                    break;
                case "wait":
                    WaitFor(words[1]);
                    break;
                default:
                    throw new ArgumentException();
            }
        }

        private static MqttQoSLevel Qos(string word)
        {
            return (MqttQoSLevel)int.Parse(word);
        }

        private void Make(string host, int port, string tls)
        {
            if (tls.Length == 0)
            {
                _client = new MqttClient(host, port, false, null, null, MqttSslProtocols.None);
            }
            else
            {
                X509Certificate ca = null;
                _client = new MqttClient(host, port, true, ca, null, (MqttSslProtocols)int.Parse(tls));
            }

            _client.MqttMsgPublishReceived += (sender, e) =>
                Print("received " + e.Topic + " qos " + (int)e.QosLevel + " retain " + e.Retain + " dup " + e.DupFlag + " " + Text(e.Message));
            _client.MqttMsgPublished += (sender, e) => Print("published " + e.MessageId + " " + e.IsPublished);
            _client.MqttMsgSubscribed += (sender, e) => Print("subscribed " + e.MessageId + " " + (int)e.GrantedQoSLevels[0]);
            _client.MqttMsgUnsubscribed += (sender, e) => Print("unsubscribed " + e.MessageId);
            _client.ConnectionOpened += (sender, e) => Print("opened " + (int)e.Message.ReturnCode + " present " + e.Message.SessionPresent);
            _client.ConnectionClosed += (sender, e) => Print("closed, connected " + _client.IsConnected);
            _client.ConnectionClosedRequest += (sender, e) => Print("close requested " + (int)e.Message.ResonCode);
        }

        private static string Text(byte[] message)
        {
            return message.Length == 0 || message[0] < ' ' ? string.Empty : Encoding.UTF8.GetString(message, 0, message.Length);
        }

        /// <summary>Publishes so many messages of so many bytes to a topic that it has subscribed to, and waits for them in their order.</summary>
        private void Burst(string topic, MqttQoSLevel qos, int count, int size)
        {
            int next = 0;
            ManualResetEvent complete = new ManualResetEvent(false);
            _client.MqttMsgPublishReceived += (sender, e) =>
            {
                if (e.Message.Length == size && e.Message[0] == (byte)next && ++next == count)
                {
                    complete.Set();
                }
            };
            for (int i = 0; i < count; i++)
            {
                byte[] message = new byte[size];
                message[0] = (byte)i;
                _client.Publish(topic, message, null, null, qos, false);
            }

            bool done = complete.WaitOne(EventTimeout, false);
            Debug.WriteLine("burst " + done + " " + next + ";");
        }

        private void Close()
        {
            _client.Close();
            Print("closed by call, connected " + _client.IsConnected);
        }

        private void Connected(MqttReasonCode code)
        {
            Print("connect returned " + (int)code + ", connected " + _client.IsConnected);
        }

        private void Print(string text)
        {
            Debug.WriteLine(text + ";");
            lock (_seen)
            {
                _seen.Add(text);
            }

            _added.Set();
        }

        /// <summary>Waits for an event whose text begins so, and takes it.</summary>
        private void WaitFor(string start)
        {
            while (true)
            {
                lock (_seen)
                {
                    for (int i = 0; i < _seen.Count; i++)
                    {
                        if (((string)_seen[i]).StartsWith(start))
                        {
                            _seen.RemoveAt(i);
                            return;
                        }
                    }
                }

                if (!_added.WaitOne(EventTimeout, false))
                {
                    throw new TimeoutException();
                }
            }
        }
    }
}
