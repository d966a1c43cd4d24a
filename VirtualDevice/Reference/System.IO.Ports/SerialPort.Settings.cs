using System.Runtime.CompilerServices;
using System.Threading;

namespace System.IO.Ports
{
    /// <content>Settings.</content>
    public sealed partial class SerialPort
    {
        private int _baudRate;
        private int _dataBits;
        private Parity _parity;
        private StopBits _stopBits;
        private Handshake _handshake = Handshake.None;
        private SerialMode _mode = SerialMode.Normal;
        private int _readTimeout = Timeout.Infinite;
        private int _writeTimeout = Timeout.Infinite;
        private int _receivedBytesThreshold = 1;
        private int _bufferSize = 256;
        private string _newLine = "\n";
        private char _watchChar;

        /// <summary>Name of the port.</summary>
        public string PortName => _deviceId;

        /// <summary>Whether the port is open.</summary>
        public bool IsOpen => _opened;

        /// <summary>The port as a stream; null until it was opened. It has no length.</summary>
        public Stream BaseStream => _stream;

        /// <summary>Number of received bytes that wait to be read.</summary>
        /// <exception cref="ObjectDisposedException">The port is disposed.</exception>
        public extern int BytesToRead
        {
            [MethodImpl(MethodImplOptions.InternalCall)]
            get;
        }

        /// <summary>Whether high and low change places on the line.</summary>
        public extern bool InvertSignalLevels
        {
            [MethodImpl(MethodImplOptions.InternalCall)]
            get;
            [MethodImpl(MethodImplOptions.InternalCall)]
            set;
        }

        /// <summary>Bits per second.</summary>
        /// <exception cref="ArgumentOutOfRangeException">Out of range.</exception>
        public int BaudRate
        {
            get => _baudRate;
            set
            {
                if (value <= 0)
                {
                    throw new ArgumentOutOfRangeException();
                }

                _baudRate = value;
                Configure();
            }
        }

        /// <summary>Bits per byte: 5 to 8.</summary>
        /// <exception cref="ArgumentOutOfRangeException">Out of range.</exception>
        public int DataBits
        {
            get => _dataBits;
            set
            {
                if (value < 5 || value > 8)
                {
                    throw new ArgumentOutOfRangeException();
                }

                _dataBits = value;
                Configure();
            }
        }

        /// <summary>Parity bit.</summary>
        public Parity Parity
        {
            get => _parity;
            set
            {
                _parity = value;
                Configure();
            }
        }

        /// <summary>Pause after a byte.</summary>
        public StopBits StopBits
        {
            get => _stopBits;
            set
            {
                _stopBits = value;
                Configure();
            }
        }

        /// <summary>How the ends tell each other to wait.</summary>
        public Handshake Handshake
        {
            get => _handshake;
            set
            {
                _handshake = value;
                Configure();
            }
        }

        /// <summary>What the line is.</summary>
        public SerialMode Mode
        {
            get => _mode;
            set
            {
                _mode = value;
                Configure();
            }
        }

        /// <summary>Milliseconds that Read and ReadLine wait; -1 (the default) = for ever.</summary>
        /// <exception cref="ArgumentOutOfRangeException">Out of range.</exception>
        public int ReadTimeout
        {
            get => _readTimeout;
            set
            {
                if (value < 0 && value != Timeout.Infinite)
                {
                    throw new ArgumentOutOfRangeException();
                }

                _readTimeout = value;
            }
        }

        /// <summary>Milliseconds that a write waits; -1 (the default) = for ever.</summary>
        /// <exception cref="ArgumentOutOfRangeException">Out of range.</exception>
        public int WriteTimeout
        {
            get => _writeTimeout;
            set
            {
                if (value < 0 && value != Timeout.Infinite)
                {
                    throw new ArgumentOutOfRangeException();
                }

                _writeTimeout = value;
            }
        }

        /// <summary>Bytes that raise <see cref="DataReceived"/>; the ESP32 raises it for each arrival, whatever stands here.</summary>
        public int ReceivedBytesThreshold
        {
            get => _receivedBytesThreshold;
            set => NativeReceivedBytesThreshold(value);
        }

        /// <summary>Size of the receive buffer in bytes; the write buffer's too.</summary>
        /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
        /// <exception cref="InvalidOperationException">The port is open.</exception>
        public int ReadBufferSize
        {
            get => _bufferSize;
            set
            {
                if (value <= 0)
                {
                    throw new ArgumentOutOfRangeException();
                }

                if (_opened)
                {
                    throw new InvalidOperationException();
                }

                _bufferSize = value;
            }
        }

        /// <summary>The same as <see cref="ReadBufferSize"/>.</summary>
        public int WriteBufferSize
        {
            get => ReadBufferSize;
            set => ReadBufferSize = value;
        }

        /// <summary>The end of a line, for ReadLine and WriteLine: line feed unless set.</summary>
        /// <exception cref="ArgumentException">Null or empty.</exception>
        public string NewLine
        {
            get => _newLine;
            set
            {
                if (string.IsNullOrEmpty(value))
                {
                    throw new ArgumentException();
                }

                _newLine = value;
            }
        }

        /// <summary>A character whose arrival is told apart in <see cref="DataReceived"/>.</summary>
        public char WatchChar
        {
            get => _watchChar;
            set
            {
                _watchChar = value;
                if (_opened)
                {
                    NativeSetWatchChar();
                }
            }
        }

        private void Configure()
        {
            if (_opened)
            {
                NativeConfig();
            }
        }
    }
}
