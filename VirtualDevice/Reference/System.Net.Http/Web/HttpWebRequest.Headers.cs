namespace System.Net
{
    // Header fields that have a member of their own, which is the only way to set the restricted ones.
    public partial class HttpWebRequest
    {
        /// <summary>Media type of the body.</summary>
        public override string ContentType
        {
            get { return _headers[HttpKnownHeaderNames.ContentType]; }
            set { SetHeader(HttpKnownHeaderNames.ContentType, value); }
        }

        /// <summary>Media types that are welcome.</summary>
        public string Accept
        {
            get { return _headers[HttpKnownHeaderNames.Accept]; }
            set { SetHeader(HttpKnownHeaderNames.Accept, value); }
        }

        /// <summary>Where the URI was found.</summary>
        public string Referer
        {
            get { return _headers[HttpKnownHeaderNames.Referer]; }
            set { SetHeader(HttpKnownHeaderNames.Referer, value); }
        }

        /// <summary>Name of this software.</summary>
        public string UserAgent
        {
            get { return _headers[HttpKnownHeaderNames.UserAgent]; }
            set { SetHeader(HttpKnownHeaderNames.UserAgent, value); }
        }

        /// <summary>What the server is expected to do first.</summary>
        public string Expect
        {
            get { return _headers[HttpKnownHeaderNames.Expect]; }
            set { SetHeader(HttpKnownHeaderNames.Expect, value); }
        }

        /// <summary>Asks for the bytes from and to, counted from 0.</summary>
        public void AddRange(int from, int to)
        {
            AddRange("bytes", from, to);
        }

        /// <summary>Asks for the bytes from an offset on; a negative number asks for that many last ones.</summary>
        public void AddRange(int range)
        {
            AddRange("bytes", range);
        }

        /// <summary>Asks for a range in some unit.</summary>
        public void AddRange(string rangeSpecifier, int from, int to)
        {
            if (from < 0 || to < 0 || from > to)
            {
                throw new ArgumentOutOfRangeException();
            }

            AddRange(rangeSpecifier, from.ToString() + "-" + to.ToString());
        }

        /// <summary>Asks for an open range in some unit.</summary>
        public void AddRange(string rangeSpecifier, int range)
        {
            AddRange(rangeSpecifier, range >= 0 ? range.ToString() + "-" : range.ToString());
        }

        private void AddRange(string unit, string range)
        {
            if (unit == null)
            {
                throw new ArgumentNullException();
            }

            string present = _headers[HttpKnownHeaderNames.Range];
            if (string.IsNullOrEmpty(present))
            {
                range = HeaderRules.CheckName(unit) + "=" + range;
            }
            else if (present.Substring(0, present.IndexOf('=')) != unit)
            {
                throw new InvalidOperationException();
            }

            _headers.AddInternal(HttpKnownHeaderNames.Range, range);
        }

        private void SetHeader(string name, string value)
        {
            value = HeaderRules.CheckValue(value);
            _headers.RemoveInternal(name);
            if (value.Length > 0)
            {
                _headers.AddInternal(name, value);
            }
        }
    }
}
