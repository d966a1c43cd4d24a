using System;
using SecureEsp.DeviceApp.Formats;
using SecureEsp.DeviceApp.Http;
using SecureEsp.DeviceApp.Tls;
using SecureEsp.DeviceApp.Time;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// Bundles from an update URL over mutual TLS, by ranges. It may redirect once, to https; another server than its own is not
    /// shown the device's certificate. An address that has expired (403) is asked for again.
    /// </summary>
    public sealed class HttpUpdateProvider : IUpdateProvider
    {
        private const string TimedOut = "10060";

        private readonly UpdateRequester _requester;
        private readonly IClock _clock;
        private readonly HttpsUrl _url;
        private HttpsUrl _address;
        private HttpResponseReader _response;
        private int _position;
        private int _end;
        private long _length = -1;
        private string _etag;
        private int _asked;

        /// <summary>Asks this URL.</summary>
        public HttpUpdateProvider(UpdateRequester requester, IClock clock, HttpsUrl url)
        {
            _requester = requester;
            _clock = clock;
            _url = url;
        }

        /// <inheritdoc/>
        public int Ahead { get; set; }

        /// <inheritdoc/>
        public bool TryGetOffer(out int length)
        {
            Close();
            _address = null;
            _etag = null;
            _length = -1;
            _asked = 0;
            Ahead = 0;
            try
            {
                Open(0, BundleEnvelope.Bytes - 1);
                length = (int)_length;
                return true;
            }
            catch (LinkException e)
            {
                Close();
                throw Explain(e);
            }
            catch (UpdateException e)
            {
                Close();
                length = -1;
                if (e.Reason == DownloadReason.NothingOffered)
                {
                    return false;
                }

                throw;
            }
        }

        /// <inheritdoc/>
        public void Read(int position, byte[] buffer, int count)
        {
            try
            {
                var deadline = new Deadline(_clock, UpdateAgentOptions.ReadLimitMs);
                var end = position + count;
                for (var at = position; at < end; at = _position)
                {
                    // A server may send less than was asked for, and the rest when that is asked for.
                    if (_response == null || _position != at || at == _end)
                    {
                        Open(at, (end < Ahead ? Ahead : end) - 1);
                    }

                    Take(buffer, at - position, end - at, deadline);
                }
            }
            catch (LinkException e)
            {
                Close();
                throw Explain(e);
            }
            catch (UpdateException)
            {
                Close();
                throw;
            }
        }

        /// <inheritdoc/>
        public void Close()
        {
            _response = null;
            _requester.Close();
        }

        private void Take(byte[] buffer, int offset, int count, Deadline deadline)
        {
            var read = _response.Read(buffer, offset, count, deadline);
            if (read == 0)
            {
                throw new UpdateException(DownloadReason.Length, "ends at " + _position.ToString());
            }

            _position += read;
        }

        private void Open(int first, int last)
        {
            _response = null;
            var response = Ask(first, last);
            while ((response.Status == 403 || response.Status == 410) && _address != _url)
            {
                _address = null;
                response = Ask(first, last);
            }

            if (response.Status == 404 || response.Status == 204)
            {
                throw new UpdateException(DownloadReason.NothingOffered, null);
            }

            if (response.Status != 206 && response.Status != 200)
            {
                throw new UpdateException(DownloadReason.Status, response.Status.ToString());
            }

            var range = response.Range;
            if (response.Status == 206 && (range == null || range.First != first || range.Last > last))
            {
                throw new UpdateException(DownloadReason.Range, null);
            }

            Same(response.ETag, response.Status == 206 ? range.Total : response.Length);
            _response = response;
            _position = response.Status == 206 ? first : 0;
            _end = response.Status == 206 ? (int)range.Last + 1 : int.MaxValue;
            Skip(first);
        }

        // A server that knows no ranges sends all from the start.
        private void Skip(int first)
        {
            var buffer = first > _position ? new byte[PayloadLayout.ChunkBytes] : null;
            while (_position < first)
            {
                Take(buffer, 0, first - _position < buffer.Length ? first - _position : buffer.Length, new Deadline(_clock, UpdateAgentOptions.ReadLimitMs));
            }
        }

        private void Same(string etag, long length)
        {
            if ((_etag != null && etag != null && etag != _etag) || (_length >= 0 && length >= 0 && length != _length))
            {
                throw new UpdateException(DownloadReason.Changed, null);
            }

            if (length > int.MaxValue)
            {
                throw new UpdateException(UpdateReason.SlotSize, length.ToString() + " bytes");
            }

            _etag = etag ?? _etag;
            _length = length >= 0 ? length : _length;
        }

        private HttpResponseReader Ask(int first, int last)
        {
            if (_address != null)
            {
                return _requester.Get(_address, IsOwn(_address), first, last);
            }

            if (++_asked > UpdateAgentOptions.MaxAddresses)
            {
                throw new UpdateException(DownloadReason.Expired, null);
            }

            var response = _requester.Get(_url, true, first, last);
            if (!IsRedirect(response.Status))
            {
                _address = _url;
                return response;
            }

            var address = response.Location == null ? null : HttpsUrl.Parse(response.Location, HttpsUrl.MaxRedirect);
            if (address == null)
            {
                throw new UpdateException(DownloadReason.BadRedirect, null);
            }

            response = _requester.Get(address, IsOwn(address), first, last);
            if (IsRedirect(response.Status))
            {
                throw new UpdateException(DownloadReason.SecondRedirect, null);
            }

            _address = address;
            return response;
        }

        private bool IsOwn(HttpsUrl address)
        {
            return UpdateRequester.AreSameServer(address, _url);
        }

        private static bool IsRedirect(int status)
        {
            return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
        }

        private static UpdateException Explain(LinkException e)
        {
            var name = e.Failure.Name;
            var reason = name == HttpResponseReader.TimeLimit || name.IndexOf(TimedOut) >= 0 ? DownloadReason.Slow
                : name == "HTTP" ? DownloadReason.Response
                : DownloadReason.Unreachable;
            return new UpdateException(reason, e.Failure.ToString());
        }
    }
}
