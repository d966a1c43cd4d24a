using System;
using System.Net.Sockets;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Internal;
using nanoFramework.M2Mqtt.Messages;
using nanoFramework.M2Mqtt.Session;

namespace nanoFramework.M2Mqtt
{
    // Connecting and disconnecting.
    public partial class MqttClient : IConnectionOwner
    {
        /// <summary>Connects with a clean session, without credentials and will, keep-alive 60 s.</summary>
        public MqttReasonCode Connect(string clientId)
        {
            return Connect(clientId, true);
        }

        /// <summary>Connects without credentials and will, keep-alive 60 s.</summary>
        public MqttReasonCode Connect(string clientId, bool cleanSession)
        {
            return Connect(clientId, null, null, cleanSession, MqttMsgConnect.KeepAlivePeriodDefault);
        }

        /// <summary>Connects with a clean session, without will, keep-alive 60 s.</summary>
        public MqttReasonCode Connect(string clientId, string username, string password)
        {
            return Connect(clientId, username, password, true, MqttMsgConnect.KeepAlivePeriodDefault);
        }

        /// <summary>Connects without will; keepAlivePeriod is in seconds, 0 = off.</summary>
        public MqttReasonCode Connect(string clientId, string username, string password, bool cleanSession, ushort keepAlivePeriod)
        {
            return Connect(clientId, username, password, false, MqttQoSLevel.AtMostOnce, false, null, null, cleanSession, keepAlivePeriod);
        }

        /// <summary>Connects; keepAlivePeriod is in seconds, 0 = off. A connection that is still open is closed first, without an event.</summary>
        /// <returns>Success, or why the broker refused.</returns>
        /// <exception cref="MqttConnectionException">TCP or TLS failed; the inner exception says how.</exception>
        /// <exception cref="MqttCommunicationException">The broker closed, or did not answer within 30 s.</exception>
        /// <exception cref="MqttClientException">The will is not complete.</exception>
        public MqttReasonCode Connect(
            string clientId,
            string username,
            string password,
            bool willRetain,
            MqttQoSLevel willQosLevel,
            bool willFlag,
            string willTopic,
            string willMessage,
            bool cleanSession,
            ushort keepAlivePeriod)
        {
            MqttMsgConnect connect = new MqttMsgConnect(
                clientId, username, password, willRetain, willQosLevel, willFlag, willTopic, willMessage, cleanSession, keepAlivePeriod, ProtocolVersion);
            AddProperties(connect);
            byte[] packet = connect.GetBytes(ProtocolVersion);
            TakeConnection(null)?.Close();
            OpenChannel();
            MqttConnection connection = new MqttConnection(this, _channel, _inflight, ProtocolVersion);
            MqttReasonCode code;
            try
            {
                code = connection.Open(packet, MqttSettings.DefaultTimeout).ReturnCode;
            }
            catch (Exception)
            {
                connection.Close();
                throw;
            }

            if (code != MqttReasonCode.Success)
            {
                connection.Close();
                return code;
            }

            ClientId = clientId;
            CleanSession = cleanSession;
            WillFlag = willFlag;
            WillQosLevel = willQosLevel;
            WillTopic = willTopic;
            WillMessage = willMessage;
            RestoreSession();
            TakeConnection(connection);
            IsConnected = true;
            connection.Start(keepAlivePeriod * 1000);
            return code;
        }

        /// <summary>Sends DISCONNECT and closes; ConnectionClosed follows.</summary>
        /// <exception cref="MqttCommunicationException">There is no connection, or it broke.</exception>
        public void Disconnect()
        {
            MqttConnection connection = CurrentConnection();
            if (connection == null)
            {
                throw new MqttCommunicationException();
            }

            connection.Send(new MqttMsgDisconnect().GetBytes(ProtocolVersion));
            connection.BeginClose(null);
        }

        /// <summary>Closes without DISCONNECT, so that the broker publishes the will; what waits to be sent is lost. Raises no event.</summary>
        public void Close()
        {
            TakeConnection(null)?.Close();
            IsConnected = false;
            _inflight.Clear();
        }

        /// <summary>As Close.</summary>
        public void Dispose()
        {
            Close();
        }

        void IConnectionOwner.Opened(MqttMsgConnack connack)
        {
            ConnectionOpened?.Invoke(this, new ConnectionOpenedEventArgs(connack));
        }

        void IConnectionOwner.CloseRequested(MqttMsgDisconnect disconnect)
        {
            ConnectionClosedRequest?.Invoke(this, new ConnectionClosedRequestEventArgs(disconnect));
        }

        void IConnectionOwner.Closing(MqttConnection connection)
        {
            if (connection == CurrentConnection())
            {
                IsConnected = false;
            }
        }

        void IConnectionOwner.Closed(MqttConnection connection)
        {
            lock (_lock)
            {
                if (_connection != connection)
                {
                    return;
                }

                _connection = null;
            }

            IsConnected = false;
            _inflight.Clear();
            ConnectionClosed?.Invoke(this, EventArgs.Empty);
        }

        private void OpenChannel()
        {
            try
            {
                _channel.ValidateServerCertificate = Settings.ValidateServerCertificate;
                _channel.Connect();
            }
            catch (SocketException e)
            {
                _channel.Close();
                throw new MqttConnectionException("Socket exception connecting to the broker: " + e.ErrorCode.ToString(), e);
            }
            catch (Exception e)
            {
                _channel.Close();
                throw new MqttConnectionException("Exception connecting to the broker", e);
            }
        }

        private void AddProperties(MqttMsgConnect connect)
        {
            if (ProtocolVersion != MqttProtocolVersion.Version_5)
            {
                return;
            }

            connect.AuthenticationData = AuthenticationData;
            connect.AuthenticationMethod = AuthenticationMethod;
            connect.MaximumPacketSize = MaximumPacketSize;
            connect.ReceiveMaximum = ReceiveMaximum;
            connect.RequestProblemInformation = RequestProblemInformation;
            connect.RequestResponseInformation = RequestResponseInformation;
            connect.SessionExpiryInterval = SessionExpiryInterval;
            connect.TopicAliasMaximum = TopicAliasMaximum;
            connect.UserProperties = UserProperties;
        }

        private void RestoreSession()
        {
            if (CleanSession)
            {
                _session?.Clear();
                return;
            }

            if (_session == null)
            {
                _session = new MqttClientSession(ClientId);
            }

            _inflight.Restore(_session);
        }

        private MqttConnection CurrentConnection()
        {
            lock (_lock)
            {
                return _connection;
            }
        }

        /// <summary>Puts another connection in place and returns the one that was there.</summary>
        private MqttConnection TakeConnection(MqttConnection next)
        {
            lock (_lock)
            {
                MqttConnection previous = _connection;
                _connection = next;
                return previous;
            }
        }
    }
}
