using System;
using System.Net.Security;
using System.Net.Sockets;
using SecureEsp.DeviceApp.Tls;

namespace SecureEsp.DeviceApp.Web
{
    /// <summary>Serves one connection after the other, at one place: TLS, then HTTP. One thread.</summary>
    public sealed class WebWorker
    {
        private readonly WebPlaces _places;
        private readonly WebTls _tls;
        private readonly WebSession _session;
        private readonly WebConsoleLog _log;

        /// <summary>Serves what comes to <paramref name="places"/>.</summary>
        public WebWorker(WebPlaces places, WebTls tls, WebSession session, WebConsoleLog log)
        {
            _places = places;
            _tls = tls;
            _session = session;
            _log = log;
        }

        /// <summary>Runs until all is over.</summary>
        public void Run()
        {
            while (true)
            {
                var socket = _places.Take();
                if (socket == null)
                {
                    return;
                }

                try
                {
                    Serve(socket);
                }
                catch (Exception e)
                {
                    // Whatever a peer has caused, the place must not be lost with its thread.
                    _log.Failed("connection", e);
                }
            }
        }

        private void Serve(Socket socket)
        {
            SslStream stream = null;
            try
            {
                stream = new SslStream(socket);
                var refusal = _tls.Accept(socket, stream);
                if (refusal != null)
                {
                    _log.Handshake(refusal);
                    return;
                }

                _log.Connected();
                _session.Serve(new SslWebConnection(socket, stream, _places), _tls.VerifiesOperators);
            }
            finally
            {
                // A socket that is no longer connected is refused, and stays the caller's.
                if (stream == null)
                {
                    socket.Close();
                }
                else
                {
                    stream.Dispose();
                }
            }
        }
    }
}
