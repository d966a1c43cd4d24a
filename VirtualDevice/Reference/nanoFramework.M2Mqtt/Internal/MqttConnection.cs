using System;
using System.Threading;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Messages;

namespace nanoFramework.M2Mqtt.Internal
{
    /// <summary>
    /// One connection and its three threads: receiver, sender, dispatcher. The receiver is the only one that closes the network
    /// channel; the others ask it to. Whatever fails closes the connection, and nothing outlives it.
    /// </summary>
    internal sealed class MqttConnection
    {
        private const int JoinTimeout = 5000;

        private readonly object _lock = new object();
        private readonly object _sendLock = new object();
        private readonly IConnectionOwner _owner;
        private readonly IMqttNetworkChannel _channel;
        private readonly InflightQueue _inflight;
        private readonly MqttProtocolVersion _version;
        private readonly EventQueue _events = new EventQueue();
        private readonly ManualResetEvent _answered = new ManualResetEvent(false);
        private readonly PacketReceiver _receiver;
        private readonly Thread _receiveThread;
        private readonly Thread _sendThread;
        private readonly Thread _dispatchThread;
        private MqttMsgConnack _connack;
        private KeepAlive _keepAlive;
        private Exception _failure;
        private bool _closing;
        private bool _started;

        internal MqttConnection(IConnectionOwner owner, IMqttNetworkChannel channel, InflightQueue inflight, MqttProtocolVersion version)
        {
            _owner = owner;
            _channel = channel;
            _inflight = inflight;
            _version = version;
            _receiver = new PacketReceiver(this, inflight, _events);
            _receiveThread = new Thread(Receive);
            _sendThread = new Thread(SendDue);
            _dispatchThread = new Thread(Dispatch);
        }

        internal IMqttNetworkChannel Channel => _channel;

        internal MqttProtocolVersion Version => _version;

        internal IConnectionOwner Owner => _owner;

        private bool IsClosing
        {
            get
            {
                lock (_lock)
                {
                    return _closing;
                }
            }
        }

        /// <summary>Sends CONNECT and waits for CONNACK.</summary>
        /// <exception cref="MqttCommunicationException">It could not be sent, the connection broke, or no answer came within the limit (ms).</exception>
        internal MqttMsgConnack Open(byte[] connect, int timeout)
        {
            _receiveThread.Start();
            Send(connect);
            bool answered = _answered.WaitOne(timeout, false);
            lock (_lock)
            {
                if (answered && _connack != null)
                {
                    return _connack;
                }

                throw _failure == null ? new MqttCommunicationException() : new MqttCommunicationException(_failure);
            }
        }

        /// <summary>Starts sending what is queued and handing out events; period is the keep-alive in milliseconds, 0 = off.</summary>
        internal void Start(int period)
        {
            _keepAlive = new KeepAlive(period, Environment.TickCount64);
            _started = true;
            _sendThread.Start();
            _dispatchThread.Start();
        }

        /// <summary>Sends one packet.</summary>
        /// <exception cref="MqttCommunicationException">It could not be sent.</exception>
        internal void Send(byte[] packet)
        {
            try
            {
                lock (_sendLock)
                {
                    _channel.Send(packet);
                }
            }
            catch (Exception e)
            {
                throw new MqttCommunicationException(e);
            }

            _keepAlive?.Sent(Environment.TickCount64);
        }

        /// <summary>CONNACK came.</summary>
        internal void Accept(MqttMsgConnack connack)
        {
            lock (_lock)
            {
                _connack = connack;
            }

            _owner.Opened(connack);
            _answered.Set();
        }

        /// <summary>PINGRESP came.</summary>
        internal void Pong()
        {
            _keepAlive?.Answered(Environment.TickCount64);
        }

        /// <summary>Begins to close: the threads end by themselves, and the application hears of it.</summary>
        internal void BeginClose(Exception cause)
        {
            lock (_lock)
            {
                if (_closing)
                {
                    return;
                }

                _closing = true;
                _failure = cause;
            }

            _owner.Closing(this);
            (_channel as MqttNetworkChannel)?.RequestStop();
            _inflight.Changed.Set();
            _events.Complete();
        }

        /// <summary>Closes without telling the application, and waits until the other threads have ended.</summary>
        internal void Close()
        {
            BeginClose(null);
            _events.Discard();
            Join(_receiveThread);
            if (_started)
            {
                Join(_sendThread);
                Join(_dispatchThread);
            }
        }

        private static void Join(Thread thread)
        {
            if (thread != Thread.CurrentThread && thread.IsAlive)
            {
                thread.Join(JoinTimeout);
            }
        }

        private void Receive()
        {
            Exception failure = null;
            try
            {
                while (!IsClosing && _receiver.ReceivePacket())
                {
                }
            }
            catch (Exception e)
            {
                failure = e;
            }

            BeginClose(failure);
            _channel.Close();
            _answered.Set();
        }

        private void SendDue()
        {
            Exception failure = null;
            try
            {
                while (!IsClosing)
                {
                    int wait = SendNext();
                    if (wait != 0)
                    {
                        _inflight.Changed.WaitOne(wait, false);
                    }
                }
            }
            catch (Exception e)
            {
                failure = e;
            }

            BeginClose(failure);
        }

        /// <summary>Sends at most one packet; returns how long (ms) nothing is due, -1 = until something is queued.</summary>
        private int SendNext()
        {
            MqttMsgBase message = _inflight.Next(Environment.TickCount64, out int wait, out MqttMsgBase abandoned);
            if (abandoned != null)
            {
                _events.Add(new MsgPublishedInternalEvent(abandoned, false));
            }

            if (message != null)
            {
                Send(Encode(message));
                return 0;
            }

            KeepAlive.Verdict verdict = _keepAlive.Check(Environment.TickCount64, out int keepAliveWait);
            if (verdict == KeepAlive.Verdict.Dead)
            {
                throw new MqttCommunicationException();
            }

            if (verdict == KeepAlive.Verdict.Ping)
            {
                Send(new MqttMsgPingReq().GetBytes(_version));
            }

            return wait < 0 ? keepAliveWait : keepAliveWait < 0 || wait < keepAliveWait ? wait : keepAliveWait;
        }

        private byte[] Encode(MqttMsgBase message)
        {
            try
            {
                return message.GetBytes(_version);
            }
            catch (Exception)
            {
                // As in the real library the fault surfaces on this thread and ends the connection.
                _inflight.Drop(message);
                throw;
            }
        }

        private void Dispatch()
        {
            for (InternalEvent item = _events.Take(); item != null; item = _events.Take())
            {
                try
                {
                    _owner.Dispatch(item);
                }
                catch (Exception e)
                {
                    // A handler that throws ends the connection, not this thread: the rest is still handed out.
                    BeginClose(e);
                }
            }

            Join(_receiveThread);
            Join(_sendThread);
            _owner.Closed(this);
        }
    }
}
