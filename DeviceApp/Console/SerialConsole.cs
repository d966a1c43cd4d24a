using System;
using System.IO.Ports;
using System.Text;

namespace SecureEsp.DeviceApp.Console
{
    /// <summary>
    /// The console on UART0. COM1 is free for it only where the debugger's wire protocol runs over USB, as it does on
    /// the ESP32-S3 images; else <see cref="SerialPort.Open"/> throws and the device has no console to say so on.
    /// </summary>
    public sealed class SerialConsole : IConsole
    {
        private readonly SerialPort _port;
        private readonly byte[] _typed = new byte[1];
        private readonly byte[] _shown = new byte[128];
        private readonly object _writing = new object();
        private byte _previous;

        /// <summary>Opens the port at 115200 baud, 8N1.</summary>
        public SerialConsole(string portName)
        {
            _port = new SerialPort(portName, 115200, Parity.None, 8, StopBits.One);
            _port.Open();
        }

        /// <inheritdoc/>
        public bool HasTyped
        {
            get { return _port.BytesToRead > 0; }
        }

        /// <inheritdoc/>
        public void WriteLine(string stage, string text)
        {
            var line = Encoding.UTF8.GetBytes("[" + stage + "] " + PrintableText.Of(text) + "\r\n");
            lock (_writing)
            {
                _port.Write(line, 0, line.Length);
            }
        }

        /// <inheritdoc/>
        public void Write(byte[] bytes, int offset, int count)
        {
            lock (_writing)
            {
                while (count > 0)
                {
                    var part = count < _shown.Length ? count : _shown.Length;
                    PrintableText.Copy(bytes, offset, _shown, part, ref _previous);
                    _port.Write(_shown, 0, part);
                    offset += part;
                    count -= part;
                }
            }
        }

        /// <inheritdoc/>
        public int ReadByte(int timeoutMs)
        {
            _port.ReadTimeout = timeoutMs;
            try
            {
                return _port.Read(_typed, 0, 1) == 1 ? _typed[0] : -1;
            }
            catch (TimeoutException)
            {
                // How SerialPort says that nobody typed.
                return -1;
            }
        }
    }
}
