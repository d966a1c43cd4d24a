using System.Collections;
using System.Threading;

namespace System.IO.Ports
{
    /// <summary>A serial port. COM1 is the UART that Debug.WriteLine and the CLR print to as well.</summary>
    public sealed partial class SerialPort : IDisposable
    {
        private static readonly ArrayList s_ports = new ArrayList();
        private static readonly SerialEvents s_events = new SerialEvents();

        // The native side reads and writes fields by their names.
        internal readonly int _portIndex;
        private readonly object _syncLock = new object();
        private readonly string _deviceId;
        private bool _disposed;
        private bool _opened;
        private SerialStream _stream;
        private SerialDataReceivedEventHandler _callbacksDataReceivedEvent;

        /// <summary>Takes a port. It is taken until <see cref="Dispose"/>, open or not.</summary>
        /// <param name="portName">COM1, COM2 or COM3.</param>
        /// <param name="baudRate">Bits per second.</param>
        /// <param name="parity">Parity bit.</param>
        /// <param name="dataBits">5 to 8.</param>
        /// <param name="stopBits">Pause after a byte.</param>
        /// <exception cref="ArgumentException">The port is taken.</exception>
        public SerialPort(string portName, int baudRate = 9600, Parity parity = Parity.None, int dataBits = 8, StopBits stopBits = StopBits.One)
        {
            _portIndex = portName[3] - '0';
            lock (s_ports)
            {
                foreach (SerialPort taken in s_ports)
                {
                    if (taken._portIndex == _portIndex)
                    {
                        throw new ArgumentException();
                    }
                }

                s_ports.Add(this);
            }

            _deviceId = portName;
            _baudRate = baudRate;
            _parity = parity;
            _dataBits = dataBits;
            _stopBits = stopBits;
        }

        /// <summary>Releases the port.</summary>
        ~SerialPort()
        {
            _disposed = true;
        }

        /// <summary>Bytes were received and no Read or ReadLine was waiting for them. Called on the event dispatcher's thread.</summary>
        /// <exception cref="ObjectDisposedException">The port is disposed.</exception>
        public event SerialDataReceivedEventHandler DataReceived
        {
            add
            {
                lock (_syncLock)
                {
                    EnsureNotDisposed();
                    _callbacksDataReceivedEvent = (SerialDataReceivedEventHandler)Delegate.Combine(_callbacksDataReceivedEvent, value);
                }
            }

            remove
            {
                lock (_syncLock)
                {
                    EnsureNotDisposed();
                    _callbacksDataReceivedEvent = (SerialDataReceivedEventHandler)Delegate.Remove(_callbacksDataReceivedEvent, value);
                }
            }
        }

        /// <summary>Names of the ports that are always there: COM1 is not among them.</summary>
        public static string[] GetPortNames() => GetDeviceSelector().Split(',');

        /// <summary>Opens the port. What arrived before is lost.</summary>
        /// <exception cref="InvalidOperationException">It is open.</exception>
        /// <exception cref="ArgumentException">There is no such port, or the debugger has it.</exception>
        /// <exception cref="Exception">No pins are set for it: see Configuration.SetPinFunction.</exception>
        public void Open()
        {
            if (_opened)
            {
                throw new InvalidOperationException();
            }

            _disposed = false;
            NativeInit();
            s_events.Add(this);
            _stream = new SerialStream(this);
            _opened = true;
        }

        /// <summary>Closes the port. It stays taken until <see cref="Dispose"/>.</summary>
        public void Close()
        {
            if (_opened)
            {
                s_events.Remove(this);
                _stream.Dispose();
            }

            _opened = false;
        }

        /// <summary>Closes and releases the port.</summary>
        public void Dispose()
        {
            lock (_syncLock)
            {
                if (_disposed)
                {
                    return;
                }

                Close();
                lock (s_ports)
                {
                    s_ports.Remove(this);
                }

                NativeDispose();
                _disposed = true;
                GC.SuppressFinalize(this);
            }
        }

        internal void OnReceived(SerialData data)
        {
            SerialDataReceivedEventHandler handlers;
            lock (_syncLock)
            {
                handlers = _disposed ? null : _callbacksDataReceivedEvent;
            }

            handlers?.Invoke(this, new SerialDataReceivedEventArgs(data));
        }

        private void EnsureNotDisposed()
        {
            if (_disposed)
            {
                throw new ObjectDisposedException();
            }
        }
    }
}
