using System;

namespace SecureEsp.DeviceApp.Web
{
    /// <summary>
    /// Serves connections, one at a time: request after request, each within its time, in buffers that are made once. One object
    /// per thread.
    /// </summary>
    public sealed class WebSession
    {
        private const int SliceMs = 200;
        private const int MostDrained = 1048576;

        private readonly IWebHandler[] _handlers;
        private readonly IWebClock _clock;
        private readonly IWebLog _log;
        private readonly RequestParser _parser = new RequestParser();
        private readonly WebResponse _response = new WebResponse();
        private readonly byte[] _input = new byte[1024];
        private int _start;
        private int _end;

        /// <summary>Asks the handlers in their order.</summary>
        public WebSession(IWebHandler[] handlers, IWebClock clock, IWebLog log)
        {
            _handlers = handlers;
            _clock = clock;
            _log = log;
        }

        /// <summary>Serves a connection until it is done. Closing it is the caller's.</summary>
        /// <param name="peerIsOperator">Whether the peer was verified against the operators' CA.</param>
        public void Serve(IWebConnection connection, bool peerIsOperator)
        {
            _start = _end = 0;
            var goesOn = true;
            while (goesOn)
            {
                _parser.Reset();
                _parser.Request.PeerIsOperator = peerIsOperator;
                if (Receive(connection))
                {
                    goesOn = Answer(connection);
                }
                else
                {
                    goesOn = false;
                    if (_parser.HasFailed)
                    {
                        Refuse(connection, _parser.Status, _parser.Problem);
                    }
                }
            }
        }

        // True with a whole request; false with a refused one, or where the connection is over.
        private bool Receive(IWebConnection connection)
        {
            var end = _clock.Milliseconds + WebLimits.IdleMs;
            var inHead = false;
            var inBody = false;
            while (true)
            {
                var hasCome = _start < _end;
                if (hasCome)
                {
                    _start += _parser.Feed(_input, _start, _end - _start);
                    if (_parser.IsDone || _parser.HasFailed)
                    {
                        return _parser.IsDone;
                    }
                }

                var now = _clock.Milliseconds;
                if (!inHead && hasCome)
                {
                    inHead = true;
                    end = now + WebLimits.HeadMs;
                }

                if (!inBody && _parser.IsInBody)
                {
                    inBody = true;
                    end = now + WebLimits.BodyMs;
                    if (_parser.ExpectsContinue && !Continue(connection))
                    {
                        return false;
                    }
                }

                if (now >= end)
                {
                    if (inHead)
                    {
                        Refuse(connection, 408, inBody ? "the body did not come in time" : "the head did not come in time");
                    }

                    return false;
                }

                // A connection between two requests gives way to somebody who waits.
                if (!inHead && end - now <= WebLimits.IdleMs - WebLimits.GiveWayMs && connection.IsWanted)
                {
                    return false;
                }

                var wait = (int)(end - now);
                var read = connection.Read(_input, 0, _input.Length, wait < SliceMs ? wait : SliceMs);
                if (read == 0)
                {
                    return false;
                }

                _start = 0;
                _end = read < 0 ? 0 : read;
            }
        }

        private static bool Continue(IWebConnection connection)
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes("HTTP/1.1 100 Continue\r\n\r\n");
            return connection.Write(bytes, 0, bytes.Length);
        }

        private bool Answer(IWebConnection connection)
        {
            var request = _parser.Request;
            _response.Reset(connection, request.IsHttp11, request.IsHead, !_parser.KeepAlive);
            try
            {
                Dispatch(request);
            }
            catch (Exception e)
            {
                _log.Failed(request.Path, e);
                if (_response.IsStarted)
                {
                    return false;
                }

                _response.Reset(connection, request.IsHttp11, request.IsHead, true);
                Plain(500);
            }

            var whole = _response.Finish();
            _log.Answered(request.Method, request.Path, _response.Status, _response.BodyBytes);
            return whole && !_response.CloseAfter;
        }

        private void Dispatch(WebRequest request)
        {
            if (!OriginRule.Allows(request))
            {
                Plain(403);
                return;
            }

            if (!request.IsGet && request.Method != "POST")
            {
                Plain(501);
                return;
            }

            for (var i = 0; i < _handlers.Length; i++)
            {
                if (_handlers[i].Answer(request, _response))
                {
                    if (!_response.IsStarted)
                    {
                        throw new InvalidOperationException();
                    }

                    return;
                }
            }

            Plain(404);
        }

        private void Plain(int status)
        {
            _response.Text(status, "text/plain", status.ToString() + " " + WebStatus.Words(status) + "\r\n");
        }

        private void Refuse(IWebConnection connection, int status, string why)
        {
            _log.Refused(status, why);
            _response.Reset(connection, true, false, true);
            Plain(status);
            if (_response.Finish())
            {
                Drain(connection);
            }
        }

        // Closing with bytes unread resets the connection, and the peer may never see the answer (RFC 9112 section 9.6).
        private void Drain(IWebConnection connection)
        {
            var end = _clock.Milliseconds + WebLimits.DrainMs;
            var left = MostDrained;
            while (left > 0)
            {
                var wait = (int)(end - _clock.Milliseconds);
                var read = wait > 0 && !connection.IsWanted ? connection.Read(_input, 0, _input.Length, wait < SliceMs ? wait : SliceMs) : 0;
                if (read == 0)
                {
                    return;
                }

                left -= read < 0 ? 0 : read;
            }
        }
    }
}
